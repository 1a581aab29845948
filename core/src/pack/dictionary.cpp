#include "pack/dictionary.h"

#include <algorithm>

namespace returnable {
namespace {

// Nearly all differ in length or in the first letter: no call for those.
bool same(std::string_view a, std::string_view b) { return a.size() == b.size() && (a.empty() || (a[0] == b[0] && a == b)); }

}  // namespace

int FactSpec::index_of(std::string_view value) const {
    // Long lists, such as that of the countries, stand in order. A list that does not is looked through below.
    if (values.size() > 16) {
        const auto place = std::lower_bound(values.begin(), values.end(), value);
        if (place != values.end() && *place == value) return static_cast<int>(place - values.begin());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (same(values[i], value)) return static_cast<int>(i);
    }
    return -1;
}

FactId find_fact(const std::vector<FactSpec>& facts, std::string_view id) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (same(facts[i].id, id)) return static_cast<FactId>(i);
    }
    return no_fact;
}

FactId Dictionary::find(std::string_view id) const { return find_fact(facts, id); }

}  // namespace returnable
