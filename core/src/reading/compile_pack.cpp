#include <algorithm>

#include "pack/index_pack.h"
#include "reading/pack_symbols.h"
#include "verdict/fragments.h"

namespace returnable {
namespace {

template <class F>
void visit(Condition& condition, F& f) {
    f(condition);
    for (Condition& part : condition.parts) visit(part, f);
}

template <class F>
void visit_all(Pack& pack, F f) {
    for (RemedySpec& remedy : pack.remedies) {
        visit(remedy.when, f);
        visit(remedy.leads, f);
        visit(remedy.settled, f);
    }
    for (FactUse& use : pack.uses) visit(use.open_when, f);
    for (StepSpec& step : pack.steps) {
        visit(step.when, f);
        for (auto& also : step.also_when) visit(also.second, f);
        visit(step.advised_when, f);
        if (step.done_when) visit(*step.done_when, f);
    }
    for (RuleSpec& rule : pack.rules) visit(rule.when, f);
    for (ConflictSpec& conflict : pack.conflicts) visit(conflict.when, f);
    for (SharedSpec& shared : pack.shared) visit(shared.when, f);
    for (VoidSpec& spec : pack.voids) visit(spec.when, f);
}

std::size_t value_count(const FactSpec& spec) { return spec.kind == FactKind::yes_no ? 2 : spec.kind == FactKind::choice ? spec.values.size() : 0; }

// Values of one fact in classes, as far as rules distinguish them. The classes are numbered in the order of their first values.
class Classes {
public:
    explicit Classes(std::size_t values) : of_(values, 0) {}

    /// Tells those that are listed from those that are not.
    void split(const std::vector<std::int64_t>& listed) {
        std::vector<bool> in(of_.size());
        for (const std::int64_t value : listed) {
            if (value >= 0 && static_cast<std::size_t>(value) < in.size()) in[static_cast<std::size_t>(value)] = true;
        }
        std::vector<int> renamed(2 * of_.size(), -1);
        int count = 0;
        for (std::size_t value = 0; value < of_.size(); ++value) {
            int& name = renamed[2 * static_cast<std::size_t>(of_[value]) + (in[value] ? 1 : 0)];
            if (name < 0) name = count++;
            of_[value] = name;
        }
    }
    const std::vector<int>& of() const { return of_; }

private:
    std::vector<int> of_;
};

// Values that no condition tells apart fall into one class: 249 countries become the few that matter.
void make_classes(Pack& pack) {
    std::vector<Classes> classes;
    for (const FactSpec& fact : pack.facts) classes.emplace_back(value_count(fact));
    visit_all(pack, [&](Condition& condition) {
        if (condition.kind == Condition::Kind::value_in) classes[condition.fact].split(condition.values);
    });
    for (std::size_t fact = 0; fact < pack.facts.size(); ++fact) {
        FactUse& use = pack.uses[fact];
        if (!use.open_values.empty()) classes[fact].split(use.open_values);
        // A yes/no fact keeps its two values whether or not a rule asks for it.
        if (pack.facts[fact].kind == FactKind::yes_no) classes[fact].split({1});
        for (const int of : classes[fact].of()) {
            if (static_cast<std::size_t>(of) == use.example.size()) use.example.push_back(static_cast<std::int64_t>(use.class_of.size()));
            use.class_of.push_back(static_cast<std::uint8_t>(of));
        }
    }
}

void name_classes(Pack& pack) {
    visit_all(pack, [&](Condition& condition) {
        if (condition.kind != Condition::Kind::value_in) return;
        const FactUse& use = pack.uses[condition.fact];
        for (const std::int64_t value : condition.values) {
            const std::size_t index = value < 0 ? use.example.size() : use.class_of[static_cast<std::size_t>(value)];
            if (index < 64) condition.classes |= std::uint64_t{1} << index;  // more are a fault; see check_pack
        }
    });
}

// Readings that no rule tells apart need to be tried only once; all of them are shown.
void merge_readings(Pack& pack) {
    std::vector<std::vector<std::vector<bool>>> seen(pack.conflicts.size());
    for (std::size_t i = 0; i < pack.conflicts.size(); ++i) seen[i].resize(pack.conflicts[i].readings.size());
    const auto tell_apart = [&](Index conflict, std::uint32_t accepted) {
        for (std::size_t r = 0; r < seen[conflict].size(); ++r) seen[conflict][r].push_back((accepted >> r & 1) != 0);
    };
    for (const RuleSpec& rule : pack.rules) {
        for (const auto& [conflict, accepted] : rule.readings) tell_apart(conflict, accepted);
    }
    visit_all(pack, [&](Condition& condition) {
        if (condition.kind == Condition::Kind::reading) tell_apart(condition.conflict, condition.readings);
    });
    for (std::size_t i = 0; i < pack.conflicts.size(); ++i) {
        std::vector<std::uint8_t> distinct;
        for (const std::uint8_t reading : pack.conflicts[i].counting) {
            const bool known = std::any_of(distinct.begin(), distinct.end(), [&](std::uint8_t other) { return seen[i][other] == seen[i][reading]; });
            if (!known) distinct.push_back(reading);
        }
        pack.conflicts[i].counting = std::move(distinct);
    }
}

std::uint64_t steps_in(const DateExpr& moment) {
    std::uint64_t steps = moment.kind == DateExpr::Kind::step ? std::uint64_t{1} << moment.index : 0;
    for (const DateExpr& part : moment.parts) steps |= steps_in(part);
    return steps;
}

// Which steps lead to which, however far: what is done implies that all before it is over.
void order_steps(Pack& pack) {
    for (StepSpec& step : pack.steps) step.before = steps_in(step.after);
    for (std::size_t round = 0; round < pack.steps.size(); ++round) {
        for (StepSpec& step : pack.steps) {
            for (std::size_t i = 0; i < pack.steps.size(); ++i) {
                if (step.before >> i & 1) step.before |= pack.steps[i].before;
            }
        }
    }
}

// By slot, then id: their order in a file says nothing.
void order_rules(Pack& pack) {
    for (std::size_t i = 0; i < pack.rules.size(); ++i) pack.rules[i].in_file = static_cast<Index>(i);
    std::sort(pack.rules.begin(), pack.rules.end(),
              [](const RuleSpec& a, const RuleSpec& b) { return a.slots[0] != b.slots[0] ? a.slots[0] < b.slots[0] : a.id < b.id; });
    const std::vector<Index> now = rules_in_file(pack);
    for (RuleSpec& rule : pack.rules) {
        for (Index& other : rule.overrides) other = now[other];
    }
}

}  // namespace

std::vector<Index> rules_in_file(const Pack& pack) {
    std::vector<Index> rules(pack.rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) rules[pack.rules[i].in_file] = static_cast<Index>(i);
    return rules;
}

void compile_pack(Pack& pack) {
    make_classes(pack);
    name_classes(pack);
    merge_readings(pack);
    order_steps(pack);
    order_rules(pack);
    index_pack(pack);
    write_parts(pack);
    for (std::size_t fact = 0; fact < pack.facts.size(); ++fact) {
        if (pack.uses[fact].ours) pack.our_guesses.set(fact);
        if (pack.uses[fact].absent == FactUse::Absent::unstated) pack.unstated.set(fact);
    }
}

}  // namespace returnable
