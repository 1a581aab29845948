// Faults of meaning in a pack whose every name is right.
#include <algorithm>
#include <optional>

#include "reading/pack_symbols.h"

namespace returnable {
namespace {

constexpr std::size_t most_facts_a_slot = 12;

// What a condition asks of one fact whatever else it asks.
template <class F>
void each_demand(const Condition& c, F f) {
    if (c.kind != Condition::Kind::all) f(c);
    else
        for (const Condition& part : c.parts) each_demand(part, f);
}

// Seen at once, however much else the two ask for.
bool exclude_each_other(const Condition& a, const Condition& b) {
    bool exclude = false;
    each_demand(a, [&](const Condition& x) {
        each_demand(b, [&](const Condition& y) {
            if (x.kind != y.kind || x.fact != y.fact) return;
            exclude = exclude || (x.kind == Condition::Kind::value_in && (x.classes & y.classes) == 0);
        });
    });
    return exclude;
}

// A conjunction of conditions, tried over all values of what it reads. Days are taken as free: a pack that rests on
// two rules never meeting because of a date has to say which one overrides.
class Satisfiable {
public:
    explicit Satisfiable(const Pack& pack) : pack_(pack) {}

    // Empty where there are more values than can be tried.
    std::optional<bool> together(const RuleSpec& a, const RuleSpec& b) {
        if (exclude_each_other(a.when, b.when)) return false;
        variables_.clear();
        collect(a.when);
        collect(b.when);
        std::size_t combinations = 1;
        for (const Variable& v : variables_) {
            combinations *= v.count;
            if (combinations > 100'000) return std::nullopt;
        }
        for (;;) {
            if (holds(a.when) && holds(b.when)) return true;
            std::size_t i = 0;
            while (i < variables_.size() && ++variables_[i].value == variables_[i].count) variables_[i++].value = 0;
            if (i == variables_.size()) return false;
        }
    }

private:
    struct Variable {
        Condition::Kind kind;
        std::size_t id, count, value;
        std::vector<std::int64_t> numbers;  // values on both sides of each bound
    };

    static std::size_t id_of(const Condition& c) {
        switch (c.kind) {
            case Condition::Kind::more_than: return std::size_t{c.fact} * max_facts + c.other;
            case Condition::Kind::reading: return c.conflict;
            case Condition::Kind::past:
            case Condition::Kind::reached:
            case Condition::Kind::before: return reinterpret_cast<std::size_t>(&c);
            default: return c.fact;
        }
    }

    Variable* find(const Condition& c) {
        for (Variable& v : variables_) {
            if (v.kind == c.kind && v.id == id_of(c)) return &v;
        }
        return nullptr;
    }

    std::size_t count_of(const Condition& c) const {
        if (c.kind == Condition::Kind::value_in) {
            const FactUse& use = pack_.uses[c.fact];
            return use.example.size() + (use.absent == FactUse::Absent::unstated || use.absent == FactUse::Absent::not_happened ? 1 : 0);
        }
        return c.kind == Condition::Kind::reading ? std::max<std::size_t>(1, pack_.conflicts[c.conflict].counting.size()) : 2;
    }

    void collect(const Condition& c) {
        const bool leaf = c.kind != Condition::Kind::all && c.kind != Condition::Kind::any && c.kind != Condition::Kind::negation;
        if (leaf && !find(c)) variables_.push_back({c.kind, id_of(c), count_of(c), 0, {}});
        if (c.kind == Condition::Kind::number) {
            Variable& v = *find(c);
            for (const std::int64_t n : {c.least - 1, c.least, c.most, c.most + 1}) v.numbers.push_back(n);
            v.count = v.numbers.size();
        }
        for (const Condition& part : c.parts) collect(part);
    }

    bool holds(const Condition& c) {
        switch (c.kind) {
            case Condition::Kind::all: return std::all_of(c.parts.begin(), c.parts.end(), [&](const auto& p) { return holds(p); });
            case Condition::Kind::any: return std::any_of(c.parts.begin(), c.parts.end(), [&](const auto& p) { return holds(p); });
            case Condition::Kind::negation: return !holds(c.parts[0]);
            case Condition::Kind::value_in: return (c.classes >> find(c)->value & 1) != 0;
            case Condition::Kind::number: {
                const Variable& v = *find(c);
                return v.numbers[v.value] >= c.least && v.numbers[v.value] <= c.most;
            }
            case Condition::Kind::happened: return (find(c)->value == 1) == c.expected;
            case Condition::Kind::reading: {
                const auto& counting = pack_.conflicts[c.conflict].counting;
                return !counting.empty() && (c.readings >> counting[find(c)->value] & 1) != 0;
            }
            default: return find(c)->value == 1;
        }
    }

    const Pack& pack_;
    std::vector<Variable> variables_;
};

// Codes are no such effect: they add up.
bool same_effect(const RuleSpec& a, const RuleSpec& b) { return a.says == b.says && a.by == b.by && a.payers == b.payers; }

bool different_readings(const RuleSpec& a, const RuleSpec& b) {
    for (const auto& [conflict, accepted] : a.readings) {
        for (const auto& [other, also] : b.readings) {
            if (conflict == other && !(accepted & also)) return true;
        }
    }
    return false;
}

bool overrides(const RuleSpec& a, Index b) { return std::find(a.overrides.begin(), a.overrides.end(), b) != a.overrides.end(); }

bool share_slot(const RuleSpec& a, const RuleSpec& b) {
    return std::any_of(a.slots.begin(), a.slots.end(), [&](Index slot) { return std::find(b.slots.begin(), b.slots.end(), slot) != b.slots.end(); });
}

void check_contradictions(const Pack& pack, std::vector<Error>& errors) {
    Satisfiable satisfiable(pack);
    const std::vector<Index> rules = rules_in_file(pack);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const RuleSpec& a = pack.rules[rules[i]];
        for (std::size_t j = i + 1; j < rules.size(); ++j) {
            const RuleSpec& b = pack.rules[rules[j]];
            if (!(a.remedies & b.remedies) || !share_slot(a, b) || same_effect(a, b) || different_readings(a, b)) continue;
            if (overrides(a, rules[j]) || overrides(b, rules[i])) continue;
            const auto together = satisfiable.together(a, b);
            if (together == false) continue;
            const std::string both = "\"" + b.id + "\" and \"" + a.id + "\" ";
            if (together) {
                errors.push_back({"contradiction", pointer("/rules", j),
                                  both + "can hold together and say different things. Let one override " +
                                      "the other, make their conditions exclude each other, or make them readings of a conflict."});
            } else {
                errors.push_back({"too_many", pointer("/rules", j),
                                  both + "say different things and ask for too much to see whether they can hold together. Let one override " +
                                      "the other, or ask for less."});
            }
        }
    }
}

void collect_facts(const Condition& condition, FactSet& facts) {
    if (condition.kind == Condition::Kind::value_in) facts.set(condition.fact);
    for (const Condition& part : condition.parts) collect_facts(part, facts);
}

// Classes are bits of a set, one of them kept for "unstated".
void check_classes(const Pack& pack, std::vector<Error>& errors) {
    for (std::size_t fact = 0; fact < pack.facts.size(); ++fact) {
        if (pack.uses[fact].example.size() < 64) continue;
        errors.push_back({"too_many", "/rules", "The rules tell more than 63 values of \"" + pack.facts[fact].id + "\" apart. Group them."});
    }
}

void check_slots(const Pack& pack, std::vector<Error>& errors) {
    for (std::size_t remedy = 0; remedy < pack.remedies.size(); ++remedy) {
        for (std::size_t slot = 0; slot < pack.slots.size(); ++slot) {
            FactSet facts;
            for (const Index rule : pack.rules_of(remedy, slot)) collect_facts(pack.rules[rule].when, facts);
            if (facts.count() <= most_facts_a_slot) continue;
            errors.push_back({"too_many", pointer("/remedies", remedy),
                              "The rules for the slot \"" + pack.slots[slot] + "\" of \"" + pack.remedies[remedy].id + "\" read " +
                                  std::to_string(facts.count()) + " different facts; more than " + std::to_string(most_facts_a_slot) +
                                  " make an unknown case too slow to answer."});
        }
    }
}

// Days that wait for each other: a step on its own outcome, or the window on a step that waits for the window.
class Cycles {
public:
    Cycles(const Pack& pack, std::vector<Error>& errors) : pack_(pack), errors_(errors), rules_(rules_in_file(pack)), state_(pack.slots.size(), 0) {}

    void check() {
        for (std::size_t slot = 0; slot < pack_.slots.size(); ++slot) visit(static_cast<Index>(slot));
        for (std::size_t i = 0; i < pack_.remedies.size(); ++i) {
            std::vector<Index> needs;
            needs_of(pack_.remedies[i].when, needs);
            needs_of(pack_.remedies[i].leads, needs);
            needs_of(pack_.remedies[i].settled, needs);
            if (!needs.empty())
                fault(pointer("/remedies", i), "\"when\", \"leads\" and \"settled_when\" of a remedy may rest on events, not on steps or its window.");
        }
    }

private:
    void fault(std::string path, std::string message) { errors_.push_back({"cycle", std::move(path), std::move(message)}); }

    void needs_of(const Moment& moment, std::vector<Index>& needs) const {
        if (moment.kind == Moment::Kind::step) needs.push_back(pack_.steps[moment.index].slot);
        if (moment.kind == Moment::Kind::window_end) needs.push_back(window);
        for (const Moment& part : moment.parts) needs_of(part, needs);
    }

    void needs_of(const Condition& condition, std::vector<Index>& needs) const {
        needs_of(condition.moment, needs);
        needs_of(condition.than, needs);
        for (const Condition& part : condition.parts) needs_of(part, needs);
    }

    void visit(Index slot) {
        if (state_[slot] == 2) return;
        if (state_[slot] == 1) {
            fault(path_of(slot), "\"" + pack_.slots[slot] + "\" waits for itself, directly or through others.");
            return;
        }
        state_[slot] = 1;
        std::vector<Index> needs;
        for (const Index i : rules_) {
            const RuleSpec& rule = pack_.rules[i];
            if (std::find(rule.slots.begin(), rule.slots.end(), slot) == rule.slots.end()) continue;
            if (rule.by) needs_of(*rule.by, needs);
            needs_of(rule.when, needs);
        }
        if (slot >= fixed_slots) {
            const StepSpec& step = pack_.steps[slot - fixed_slots];
            needs_of(step.after, needs);
            needs_of(step.when, needs);
            for (const auto& also : step.also_when) needs_of(also.second, needs);
            if (step.done_when) needs_of(*step.done_when, needs);
        }
        for (const Index needed : needs) visit(needed);
        state_[slot] = 2;
    }

    std::string path_of(Index slot) const {
        return slot >= fixed_slots ? pointer("/steps", static_cast<std::size_t>(slot - fixed_slots)) : std::string("/rules");
    }

    const Pack& pack_;
    std::vector<Error>& errors_;
    std::vector<Index> rules_;
    std::vector<int> state_;
};

}  // namespace

void check_pack(const Pack& pack, std::vector<Error>& errors) {
    check_classes(pack, errors);
    if (!errors.empty()) return;
    check_contradictions(pack, errors);
    check_slots(pack, errors);
    Cycles(pack, errors).check();
}

}  // namespace returnable
