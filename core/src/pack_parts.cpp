#include "pack_parts.h"

namespace returnable {

Clause clause_at(const Pack& pack, std::size_t place) {
    const ClauseSpec& spec = pack.clauses[place];
    return {spec.id, pack.sources[spec.source].title, spec.section, spec.says, place};
}

Conflict conflict_at(const Pack& pack, std::size_t place) {
    const ConflictSpec& spec = pack.conflicts[place];
    return {spec.id, pack.slots[spec.slot], spec.shown, spec.cites, place};
}

Assumption assumption_at(const Pack& pack, std::size_t place) {
    const FactSpec& spec = pack.facts[place];
    const FactUse& use = pack.uses[place];
    Assumption assumption{spec.id, CannotSay{}, std::nullopt, false, place};
    if (spec.kind == FactKind::yes_no) assumption.value = use.assumed != 0;
    else if (spec.kind == FactKind::choice) assumption.value = Text(spec.values[static_cast<std::size_t>(use.assumed)]);
    else if (spec.kind == FactKind::number) assumption.range = use.range;
    assumption.ours = use.ours;
    return assumption;
}

Reason reason_at(const Pack& pack, std::size_t place) {
    if (place >= 2 * pack.rules.size()) {
        const RemedySpec& spec = pack.remedies[place - 2 * pack.rules.size()];
        return {spec.id, "remedy", "yes", "", spec.cites, place};
    }
    static constexpr const char* says[] = {"", "yes", "no", "may", "depends"};
    const RuleSpec& rule = pack.rules[place / 2];
    return {rule.id, pack.slots[rule.slots[0]], place % 2 ? "unknown" : "yes", says[static_cast<std::size_t>(rule.says)], rule.cites, place};
}

}  // namespace returnable
