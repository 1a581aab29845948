// One remedy of one pack in one world: which rules hold, what days follow, and what that makes of each slot.
#pragma once

#include <vector>

#include "base/bit_set.h"
#include "evaluation/world.h"

namespace returnable {

// What a world says of the right to the remedy; a hedged source may set more than one.
enum StatusBit : std::uint8_t { bit_allowed = 1, bit_not_yet = 2, bit_expired = 4, bit_refused = 8, bit_undated = 16, bit_depends = 32 };

struct StepView {
    bool applies = false, has_limit = false;
    bool unsure = false;  // of several worlds together: not the same state in all of them
    StepState state = StepState::later;
    DayRange opening, limit, completion, advised;
    std::optional<int> done_on;
};

// What was read on the way to an answer.
struct Notes {
    BitSet used;      // rules that held
    BitSet silent;    // slots without a word
    FactSet missing;  // dates and numbers that something hung on
    FactSet guessed;  // numbers of our own that something hung on
    bool outside_calendar = false;

    explicit Notes(const Pack& pack) : used(pack.rules.size()), silent(pack.slots.size()) {}
    void clear();
    void operator|=(const Notes& other);
};

class Evaluator : public World::Moments {
public:
    explicit Evaluator(World& world);

    /// From here on it is about this remedy. What is asked with what-ifs is asked before what is asked without.
    /// False where no world grants it.
    bool begin(std::size_t remedy, bool with_what_ifs);
    std::size_t remedy() const { return remedy_; }
    World& world() { return world_; }

    /// Whether the pack grants this remedy for what happened.
    bool granted();
    /// The rules of a slot that hold and that no other holding rule overrides; they are noted in `used`.
    std::span<const Index> live(Index slot);
    /// The span of all live rules of a slot that give days. `spoken` false: no rule speaks.
    DayRange span_of(Index slot, bool& spoken);

    std::uint8_t status_bits();
    const StepView& step(std::size_t index);
    DayRange moment(const DateExpr& moment) override;

    /// Whether the buyer has been granted it, so that no window or posting day can end it any more.
    bool settled();
    /// Whether the step that brings its money is done.
    bool paid() const;
    /// Whether anything of the path has happened already.
    bool under_way();
    /// The days by which the buyer has to act: the window's, or once the matter is `in_hand` (the buyer has acted) those of
    /// the buyer's next step. `spoken` false: there are none. `too_late`: the window had closed before the buyer acted.
    DayRange act_by(bool& spoken, bool& too_late, bool& in_hand);

    Notes notes;  // since the caller last cleared them

private:
    struct StepMemo {
        std::uint32_t run = 0;
        StepView view;
        Notes notes;
        explicit StepMemo(const Pack& pack) : notes(pack) {}
    };
    struct SlotMemo {
        std::uint32_t run = 0, count = 0;        // of live_
        std::uint32_t sifted = 0, possible = 0;  // the same of possible_
        std::uint32_t begin = 0;                 // in both
    };
    class Settling;

    bool holds(Index rule) {
        const Holds when = world_.when_holds(rule);
        return when == Holds::sometimes ? holds_here(rule) : when == Holds::by_reading ? is_read(rule) : when == Holds::always;
    }
    bool holds_here(Index rule);
    bool is_read(Index rule);
    bool is_overridden(Index slot, Index rule) {
        const std::vector<Index>& others = pack_.rules[rule].overridden_by;
        return !others.empty() && is_overridden_by(others, slot);
    }
    bool is_overridden_by(std::span<const Index> others, Index slot);
    std::span<const Index> possible(Index slot);
    void drop_overridden(Index slot, SlotMemo& memo);
    DayRange safe_window_end();
    DayRange day_said(std::span<const Index> rules, const DayRange* opening);
    DayRange moment_from(const DateExpr& moment, const DayRange* opening);
    DayRange one_of(const DateExpr& moment, const DayRange* opening);
    void view_step(std::size_t index, StepView& view);
    struct Judgement {
        bool refused = false, hedged = false, depends = false;
    };
    void judge(Index slot, Judgement& judgement);
    std::uint8_t opening_bits(std::uint8_t yes);
    std::uint8_t closing_bits(std::uint8_t bits);
    void note(const DayRange& span);

    World& world_;
    const Pack& pack_;
    Notes* noting_ = &notes;  // a step is worked out into notes of its own
    std::size_t remedy_ = 0;
    std::uint64_t done_ = 0;         // the steps of which an event is given
    std::uint64_t over_ = 0;         // those, and the steps that lead to them
    std::uint64_t deciding_ = 0;     // those whose last day, once past, ends the entitlement
    std::uint32_t settled_run_ = 0;  // stands for every run of this remedy, in what is settled
    std::optional<bool> granted_;
    std::optional<int> acted_on_;  // the first day on which the buyer acted on this remedy
    std::vector<StepMemo> steps_;
    std::vector<SlotMemo> slots_;
    std::vector<Index> rules_;          // both that follow
    Index *possible_, *live_;           // as pack.by_slot; where a slot's rules stand there, those that may be and those that are live
    std::vector<std::uint32_t> holds_;  // rule -> twice the run it was asked in, and whether it held
};

}  // namespace returnable
