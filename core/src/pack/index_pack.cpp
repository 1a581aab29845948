#include "pack/index_pack.h"

#include "verdict/fragments.h"

namespace returnable {
namespace {

void sort_rules(Pack& pack) {
    const auto place = [&pack](std::size_t remedy, Index slot) { return remedy * pack.slots.size() + slot; };
    const auto each = [&pack](auto f) {
        for (std::size_t remedy = 0; remedy < pack.remedies.size(); ++remedy) {
            for (std::size_t rule = 0; rule < pack.rules.size(); ++rule) {
                if (!(pack.rules[rule].remedies >> remedy & 1)) continue;
                for (const Index slot : pack.rules[rule].slots) f(remedy, slot, static_cast<Index>(rule));
            }
        }
    };
    // Counted first; the ends then serve as places to write to and come out right.
    pack.slot_ends = std::vector<std::uint32_t>(pack.remedies.size() * pack.slots.size());
    std::uint32_t total = 0;
    each([&](std::size_t remedy, Index slot, Index) { ++pack.slot_ends[place(remedy, slot)]; });
    for (std::uint32_t& end : pack.slot_ends) {
        const std::uint32_t count = end;
        end = total;
        total += count;
    }
    pack.by_slot = std::vector<Index>(total);
    each([&](std::size_t remedy, Index slot, Index rule) { pack.by_slot[pack.slot_ends[place(remedy, slot)]++] = rule; });
}

void cite(const Pack& pack, const std::vector<Index>& clauses, BitSet& cited, std::vector<Text>& names) {
    cited = BitSet(pack.clauses.size());
    for (const Index clause : clauses) {
        cited.add(clause);
        names.push_back(pack.clause_ids[clause]);
    }
}

void name_citations(Pack& pack) {
    for (const ClauseSpec& clause : pack.clauses) pack.clause_ids.push_back(clause.id);
    std::vector<Text> unused;
    for (StepSpec& step : pack.steps) cite(pack, step.clauses, step.cited, unused);
    for (RemedySpec& remedy : pack.remedies) cite(pack, remedy.clauses, remedy.cited, remedy.cites);
    for (RuleSpec& rule : pack.rules) cite(pack, rule.clauses, rule.cited, rule.cites);
    for (ConflictSpec& conflict : pack.conflicts) {
        cite(pack, conflict.clauses, conflict.cited, conflict.cites);
        for (ReadingSpec& reading : conflict.readings) {
            BitSet cited;
            cite(pack, reading.clauses, cited, reading.cites);
            conflict.cited |= cited;
            conflict.shown.push_back({reading.value, reading.why, reading.counts, reading.cites});
        }
    }
}

// In the order in which a slot's rules are asked, which is the order in which choices are opened.
void turn_overrides(Pack& pack) {
    for (std::size_t rule = 0; rule < pack.rules.size(); ++rule) {
        for (const Index other : pack.rules[rule].overrides) pack.rules[other].overridden_by.push_back(static_cast<Index>(rule));
    }
}

}  // namespace

void index_pack(Pack& pack) {
    turn_overrides(pack);
    sort_rules(pack);
    name_citations(pack);
    for (StepSpec& step : pack.steps) step.by_buyer = step.actor == "buyer";
    make_parts(pack);
}

}  // namespace returnable
