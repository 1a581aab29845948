#include "pack/overlap.h"

namespace returnable {
namespace {

bool overlap(const Pack& a, const Pack& b) {
    const Date a_from = a.from.value_or(Date::min()), b_from = b.from.value_or(Date::min());
    const Date a_to = a.to.value_or(Date::max()), b_to = b.to.value_or(Date::max());
    return a_from <= b_to && b_from <= a_to;
}

}  // namespace

void check_overlap(const Pack& pack, const std::vector<std::shared_ptr<const Pack>>& loaded, std::vector<Error>& errors) {
    for (const auto& other : loaded) {
        if (other->id != pack.id || !overlap(*other, pack)) continue;
        errors.push_back({"overlap", "/effective", "A pack \"" + pack.id + "\" for an overlapping period is loaded already. Give each an effective period."});
    }
}

}  // namespace returnable
