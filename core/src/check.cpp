// The questions of returnable/engine.h, answered by verdicts that own what they say.
#include "engine_view.h"
#include "returnable/engine.h"
#include "verdict/verdict_convert.h"

namespace returnable {

Result<Verdict> check(const Library& library, const Case& order) {
    const Result<view::Verdict> seen = check_view(library, order);
    if (!seen) return seen.errors;
    return owned(*seen);
}

Result<std::vector<std::pair<std::string, Verdict>>> compare(const Library& library, const Case& order) {
    const auto seen = compare_view(library, order);
    if (!seen) return seen.errors;
    std::vector<std::pair<std::string, Verdict>> out;
    for (const auto& [pack, verdict] : *seen) out.emplace_back(pack, owned(verdict));
    return out;
}

}  // namespace returnable
