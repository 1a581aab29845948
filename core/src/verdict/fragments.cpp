#include "verdict/fragments.h"

namespace returnable {

namespace {

view::Clause clause_of(const Pack& pack, std::size_t place) {
    const ClauseSpec& spec = pack.clauses[place];
    const SourceSpec& source = pack.sources[spec.source];
    return {spec.id, source.title, spec.section, spec.says, source.tier, source.link, source.text_of, place};
}

view::Conflict conflict_of(const Pack& pack, std::size_t place) {
    const ConflictSpec& spec = pack.conflicts[place];
    return {spec.id, pack.slots[spec.slot], spec.shown, spec.cites, place};
}

view::Reason reason_of(const Pack& pack, std::size_t place) {
    if (place >= place_of_remedy(pack, 0)) {
        const RemedySpec& spec = pack.remedies[place - place_of_remedy(pack, 0)];
        return {spec.id, "remedy", "yes", "", spec.cites, place};
    }
    const RuleSpec& rule = pack.rules[place / 2];
    return {rule.id, pack.slots[rule.slots[0]], place % 2 ? "unknown" : "yes", name_of(rule.says), rule.cites, place};
}

// Of a day, that it has not happened; of a number, its range; of any other fact, the value that the pack assumes.
view::Assumption assumption_of(const Pack& pack, std::size_t place) {
    const FactSpec& spec = pack.facts[place];
    const FactUse& use = pack.uses[place];
    view::Assumption assumption{spec.id, CannotSay{}, std::nullopt, false, place};
    if (spec.kind == FactKind::yes_no) assumption.value = use.assumed != 0;
    else if (spec.kind == FactKind::choice) assumption.value = Text(spec.values[static_cast<std::size_t>(use.assumed)]);
    else if (spec.kind == FactKind::number) assumption.range = use.range;
    assumption.ours = use.ours;
    return assumption;
}

}  // namespace

void make_parts(Pack& pack) {
    for (std::size_t i = 0; i < pack.clauses.size(); ++i) pack.parts.clauses.push_back(clause_of(pack, i));
    for (std::size_t i = 0; i < pack.conflicts.size(); ++i) pack.parts.conflicts.push_back(conflict_of(pack, i));
    for (std::size_t i = 0; i < place_of_remedy(pack, pack.remedies.size()); ++i) pack.parts.reasons.push_back(reason_of(pack, i));
    for (std::size_t i = 0; i < pack.facts.size(); ++i) pack.parts.assumptions.push_back(assumption_of(pack, i));
}

}  // namespace returnable
