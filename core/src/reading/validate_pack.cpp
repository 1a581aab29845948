// Faults of meaning in a pack whose every name is right.
#include <algorithm>
#include <iterator>
#include <map>
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
bool exclude_each_other(const Condition& a, const Condition& b, Work& work) {
    bool exclude = false;
    each_demand(a, [&](const Condition& x) {
        if (exclude || work.is_spent()) return;
        each_demand(b, [&](const Condition& y) {
            work.spend(1);
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
    Satisfiable(const Pack& pack, Work& work) : pack_(pack), work_(work) {}

    // Empty where there are more values than can be tried, or the work is spent.
    std::optional<bool> together(const RuleSpec& a, const RuleSpec& b) {
        if (exclude_each_other(a.when, b.when, work_)) return false;
        variables_.clear();
        collect(a.when);
        collect(b.when);
        std::size_t combinations = 1;
        for (const Variable& v : variables_) {
            combinations *= v.count;
            if (combinations > 100'000) return std::nullopt;
        }
        for (;;) {
            work_.spend(8);
            if (work_.is_spent()) return std::nullopt;
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
        work_.spend(1 + variables_.size());
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
        work_.spend(1);
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
    Work& work_;
    std::vector<Variable> variables_;
};

// What a rule says of its slot, as text: equal where it is the same. Codes are no such effect: they add up.
void write_moment(const DateExpr& m, std::string& out) {
    for (const std::int64_t part : {std::int64_t{static_cast<std::uint8_t>(m.kind)}, std::int64_t{m.index}, m.least, m.most, std::int64_t{m.length_fact},
                                    std::int64_t{static_cast<std::uint8_t>(m.unit)}, std::int64_t{static_cast<std::uint8_t>(m.roll)}}) {
        out += std::to_string(part) + ' ';
    }
    for (const DateExpr& part : m.parts) write_moment(part, out);
    out += ')';
}

std::string effect_of(const RuleSpec& rule) {
    std::string effect = std::to_string(static_cast<int>(rule.says)) + (rule.payers ? std::to_string(*rule.payers) : "-");
    if (rule.by) write_moment(*rule.by, effect);
    return effect;
}

bool different_readings(const RuleSpec& a, const RuleSpec& b, Work& work) {
    work.spend(a.readings.size() * b.readings.size());
    if (work.is_spent()) return false;
    for (const auto& [conflict, accepted] : a.readings) {
        for (const auto& [other, also] : b.readings) {
            if (conflict == other && !(accepted & also)) return true;
        }
    }
    return false;
}

bool overrides(const RuleSpec& a, Index b, Work& work) {
    work.spend(a.overrides.size());
    return std::find(a.overrides.begin(), a.overrides.end(), b) != a.overrides.end();
}

// The first slot that two rules share.
Index shared_slot(const RuleSpec& a, const RuleSpec& b) {
    const auto found =
        std::find_if(a.slots.begin(), a.slots.end(), [&](Index slot) { return std::find(b.slots.begin(), b.slots.end(), slot) != b.slots.end(); });
    return found == a.slots.end() ? none : *found;
}

// Compares the rules that say different things in one slot; those that say the same, which are most, are not gone through.
class Contradictions {
public:
    Contradictions(const Pack& pack, std::vector<Error>& errors, Work& work)
        : pack_(pack), errors_(errors), work_(work), satisfiable_(pack, work), rules_(rules_in_file(pack)) {}

    void check() {
        for (const Index rule : rules_) effects_.push_back(effect_of(pack_.rules[rule]));
        for (std::size_t slot = 0; slot < pack_.slots.size() && !work_.is_spent(); ++slot) check_slot(static_cast<Index>(slot));
        std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.rules < b.rules; });
        for (Found& one : found_) errors_.push_back(std::move(one.error));
    }

private:
    struct Found {
        std::pair<std::size_t, std::size_t> rules;
        Error error;
    };

    void check_slot(Index slot) {
        std::map<std::string_view, std::vector<std::size_t>> by_effect;
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            const RuleSpec& rule = pack_.rules[rules_[i]];
            if (std::find(rule.slots.begin(), rule.slots.end(), slot) != rule.slots.end()) by_effect[effects_[i]].push_back(i);
        }
        for (auto one = by_effect.begin(); one != by_effect.end(); ++one) {
            for (auto other = std::next(one); other != by_effect.end(); ++other) {
                for (const std::size_t i : one->second) {
                    for (const std::size_t j : other->second) {
                        if (!check_pair(std::min(i, j), std::max(i, j), slot)) return;
                    }
                }
            }
        }
    }

    // False where the work is spent.
    bool check_pair(std::size_t i, std::size_t j, Index slot) {
        if (found_.size() >= most_faults) return false;
        work_.spend(4);
        const RuleSpec &a = pack_.rules[rules_[i]], &b = pack_.rules[rules_[j]];
        const bool apart = !(a.remedies & b.remedies) || shared_slot(a, b) != slot || different_readings(a, b, work_) || overrides(a, rules_[j], work_) ||
                           overrides(b, rules_[i], work_);
        const std::optional<bool> together = apart ? false : satisfiable_.together(a, b);
        const auto fault = [&](const char* code, const std::string& message) {
            found_.push_back({{i, j}, {code, pointer("/rules", j), "\"" + b.id + "\" and \"" + a.id + "\" " + message}});
        };
        if (work_.is_spent()) {
            fault("too_many",
                  "are as far as one pack's rules can be compared: all pairs that say different things take too much work. Let rules override "
                  "one another, or ask for less.");
        } else if (!together) {
            fault("too_many", "say different things and ask for too much to see whether they can hold together. Let one override the other, or ask for less.");
        } else if (*together) {
            fault("contradiction",
                  "can hold together and say different things. Let one override the other, make their conditions exclude each other, or "
                  "make them readings of a conflict.");
        }
        return !work_.is_spent();
    }

    const Pack& pack_;
    std::vector<Error>& errors_;
    Work& work_;
    Satisfiable satisfiable_;
    std::vector<Index> rules_;
    std::vector<std::string> effects_;
    std::vector<Found> found_;
};

void collect_facts(const Condition& condition, FactSet& facts) {
    if (condition.kind == Condition::Kind::value_in) facts.set(condition.fact);
    for (const Condition& part : condition.parts) collect_facts(part, facts);
}

// Classes are bits of a set, one of them reserved for "unstated".
void check_classes(const Pack& pack, std::vector<Error>& errors) {
    for (std::size_t fact = 0; fact < pack.facts.size(); ++fact) {
        if (pack.uses[fact].example.size() < 64) continue;
        errors.push_back({"too_many", "/rules", "The rules tell more than 63 values of \"" + pack.facts[fact].id + "\" apart. Group them."});
    }
}

void check_slots(const Pack& pack, std::vector<Error>& errors) {
    std::vector<FactSet> read(pack.rules.size());
    for (std::size_t rule = 0; rule < pack.rules.size(); ++rule) collect_facts(pack.rules[rule].when, read[rule]);
    for (std::size_t remedy = 0; remedy < pack.remedies.size(); ++remedy) {
        for (std::size_t slot = 0; slot < pack.slots.size(); ++slot) {
            FactSet facts;
            for (const Index rule : pack.rules_of(remedy, slot)) facts |= read[rule];
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

    void needs_of(const DateExpr& moment, std::vector<Index>& needs) const {
        if (moment.kind == DateExpr::Kind::step) needs.push_back(pack_.steps[moment.index].slot);
        if (moment.kind == DateExpr::Kind::window_end) needs.push_back(window);
        for (const DateExpr& part : moment.parts) needs_of(part, needs);
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

void check_pack(const Pack& pack, std::vector<Error>& errors, Work& work) {
    check_classes(pack, errors);
    if (!errors.empty()) return;
    Contradictions(pack, errors, work).check();
    check_slots(pack, errors);
    Cycles(pack, errors).check();
}

}  // namespace returnable
