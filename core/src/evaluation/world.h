// One mechanism for every uncertainty. A World answers questions about facts; where the answer is open it takes one
// value and remembers that others are to be tried, and the caller runs again until all have been. So only the facts
// that a question really reads are ever distinguished.
//
// Two kinds of choice are separate: completions (open facts) outside, readings of a conflict inside. A third kind,
// the what-if, tries other values of an assumed fact one at a time: it shows whether the assumption mattered and
// never enters an answer.
#pragma once

#include <utility>
#include <vector>

#include "base/work.h"
#include "dates/day_range.h"
#include "evaluation/bind_facts.h"
#include "pack/pack.h"

namespace returnable {

struct Choice {
    Index variable;
    std::uint8_t value, count;
    bool what_if;
};

enum class Truth : std::uint8_t { no, unknown, yes };

// In which worlds a rule holds.
enum class Holds : std::uint8_t { never, sometimes, by_reading, always };  // by_reading: whatever the facts turn out to be

class World {
public:
    World(const Pack& pack, const KnownFacts& facts, int as_of, Work& work);
    World(const World&) = delete;

    /// Whether other values of assumed facts are tried, too. At first they are not.
    void try_what_ifs(bool on);
    bool tries_what_ifs() const { return with_what_ifs_; }

    /// Calls `run` once for every completion and reading, `leaf` once for every completion (after its readings).
    /// False where there are more than the limit, or the work is spent: then the answer would not be exact and must not be
    /// given, and this world is of no more use.
    template <class Run, class Leaf>
    bool explore(Run run, Leaf leaf) {
        deviated_ = false;
        for (std::size_t leaves = 0;; ++leaves) {
            if (leaves >= most_leaves) return false;
            do {
                ++run_;
                run();
                // Of each run, too: there may be many readings of one completion. Sets of rules are joined after it.
                work_.spend(40 + rule_words());
                if (work_.is_spent()) return false;
            } while (next_reading());
            leaf();
            if (!next_completion()) return true;
        }
    }

    const Pack& pack() const { return pack_; }
    int as_of() const { return as_of_; }
    /// What is asked once it is spent is answered with no and without effort.
    Work& work() const { return work_; }
    /// What going through a set of rules costs.
    std::size_t rule_words() const { return pack_.rules.size() / 32; }
    const Known& known(FactId fact) const { return facts_[fact]; }
    /// Whether the money is here, so that nothing is left to do.
    bool is_over() const { return over_; }
    const std::vector<Choice>& path() const { return path_; }
    bool is_what_if() const { return deviated_; }
    std::uint32_t run() const { return run_; }  // changes whenever what was worked out before is stale
    std::uint32_t new_run() { return ++run_; }

    /// Sets whether anything asked hung on a choice, and says what that was before. What hung on none is settled: it is
    /// the same in every world of these facts.
    bool hangs_on_choice(bool now) { return std::exchange(hangs_, now); }

    /// Worked out when first asked.
    Holds when_holds(Index rule) {
        const std::int8_t known = rules_[rule];
        return known < 0 ? settle_rule(rule) : static_cast<Holds>(known);
    }
    /// Whether a condition holds in this world; may open a choice.
    bool holds(const Condition& condition) {
        const Truth truth = known_truth(condition);
        if (work_.is_spent()) return false;
        return truth == Truth::unknown ? holds_by_choice(condition) : truth == Truth::yes;
    }
    /// What is known of it without opening any choice.
    Truth known_truth(const Condition& condition) const {
        // Most ask for the value of one fact, and most of those are given.
        const int sure = condition.kind == Condition::Kind::value_in ? sure_[condition.fact] : -1;
        return sure < 0 ? look_at(condition) : (condition.classes >> sure & 1) ? Truth::yes : Truth::no;
    }
    /// Whether this world takes one of these readings of a conflict; may open a choice.
    bool takes(Index conflict, std::uint32_t readings);
    /// Whether, of the events that come before or after one of these, only earlier ones are given.
    bool only_earlier_given(const FactSet& facts) const;
    /// The days of a fact, or what is missing.
    DayRange day_of(FactId fact) const;
    /// `from` plus the length of an `after`.
    DayRange add_length(const DayRange& from, const DateExpr& after);
    /// While true, an open number is the least of its range: for what is safe whatever it turns out to be.
    void take_least_numbers(bool on) { least_numbers_ = on; }
    bool takes_least_numbers() const { return least_numbers_; }
    /// Sets `value` to that of a number; false where it is open without a range.
    bool number(FactId fact, std::int64_t& value);

    /// Set by the evaluator, which knows steps and windows.
    struct Moments {
        virtual DayRange moment(const DateExpr& moment) = 0;
        virtual ~Moments() = default;
    };
    void resolve_moments_with(Moments* moments) { moments_ = moments; }

private:
    static constexpr std::size_t most_leaves = 20'000;

    struct Narrowed {
        FactId fact;
        std::vector<std::uint8_t> classes;
    };

    Holds settle_rule(Index rule);
    Truth look_at(const Condition& condition) const;
    bool holds_by_choice(const Condition& condition);
    void narrow(const Contradiction& contradiction);
    const Narrowed* narrowed(FactId fact) const;
    bool next_completion();
    bool next_reading();
    void open(Index variable, std::size_t count, bool what_if);
    bool is_open(FactId fact) const;  // not given, and its absence says nothing
    void open_what_has_happened();
    void keep_open_values(FactId fact);
    std::int8_t sure_class(FactId fact) const;
    int class_of(FactId fact);
    int peek_class(FactId fact) const;  // of a fact that is not sure; -1: not chosen yet
    bool peek_number(FactId fact, std::int64_t& value) const;
    Truth compare(const Condition& condition) const;

    const Pack& pack_;
    const KnownFacts& facts_;
    int as_of_;
    Work& work_;
    bool with_what_ifs_ = false, ever_with_what_ifs_ = false, deviated_ = false, least_numbers_ = false;
    bool over_ = false;
    bool blank_ = false;  // asked as if nothing were chosen
    mutable bool hangs_ = false;
    FactSet opened_;  // facts that may not have happened, but have
    std::uint32_t run_ = 0;
    Moments* moments_ = nullptr;
    std::vector<Narrowed> narrowed_;  // open facts that can no longer take every value
    std::vector<Choice> path_, readings_;
    std::vector<std::int8_t> table_;  // all that follows
    std::int8_t* sure_;               // fact -> its class, whatever is chosen; -1: that hangs on a choice
    std::int8_t *chosen_, *reading_;  // fact, conflict -> what is chosen; -1: nothing
    std::int8_t* rules_;              // of Holds; -1: not asked yet
};

}  // namespace returnable
