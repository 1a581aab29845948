#include "evaluation/evaluator.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace returnable {

// While one of these stands, what is asked is watched: did it hang on a choice?
class Evaluator::Settling {
public:
    explicit Settling(World& world) : world_(world), before_(world.hangs_on_choice(false)) {}
    ~Settling() { (void)world_.hangs_on_choice(before_); }
    bool settled() {
        const bool hangs = world_.hangs_on_choice(false);
        before_ = before_ || hangs;
        return !hangs;
    }

private:
    World& world_;
    bool before_;
};

Evaluator::Evaluator(World& world)
    : notes(world.pack()),
      world_(world),
      pack_(world.pack()),
      steps_(pack_.steps.size(), StepMemo(pack_)),
      slots_(pack_.slots.size()),
      rules_(2 * pack_.by_slot.size()),
      possible_(rules_.data()),
      live_(possible_ + pack_.by_slot.size()),
      holds_(pack_.rules.size()) {
    world_.work().spend(rules_.size() + holds_.size() + steps_.size() * (16 + world_.rule_words()));
    for (std::size_t i = 0; i < pack_.steps.size(); ++i) {
        const auto& events = pack_.steps[i].done;
        world_.work().spend(events.size());
        const bool given = std::any_of(events.begin(), events.end(), [&](FactId fact) { return world_.known(fact).given(); });
        if (!given) continue;
        done_ |= std::uint64_t{1} << i;
        over_ |= std::uint64_t{1} << i | pack_.steps[i].before;
    }
    for (std::size_t i = 0; i < pack_.steps.size(); ++i) {
        const StepSpec& spec = pack_.steps[i];
        const std::uint64_t here = std::uint64_t{1} << i;
        // Until something on the way to it has happened, its days are only projected.
        if (spec.decides && (spec.before == 0 || (done_ & (spec.before | here)))) deciding_ |= here;
    }
}

bool Evaluator::begin(std::size_t remedy, bool with_what_ifs) {
    world_.try_what_ifs(with_what_ifs);
    settled_run_ = world_.new_run();
    remedy_ = remedy;
    granted_.reset();
    acted_on_.reset();
    world_.work().spend(8 + pack_.remedies[remedy].acts.size());
    for (const FactId fact : pack_.remedies[remedy].acts) {
        if (!world_.known(fact).given()) continue;
        const int day = static_cast<int>(world_.known(fact).value);
        acted_on_ = acted_on_ ? std::min(*acted_on_, day) : day;
    }
    return world_.known_truth(pack_.remedies[remedy].when) != Truth::no;
}

void Evaluator::note(const DayRange& span) {
    noting_->missing |= span.missing - pack_.our_guesses;
    noting_->guessed |= span.missing & pack_.our_guesses;
    noting_->outside_calendar = noting_->outside_calendar || span.outside;
}

bool Evaluator::granted() {
    if (granted_) return *granted_;
    world_.resolve_moments_with(this);
    Settling settling(world_);
    const bool granted = world_.holds(pack_.remedies[remedy_].when);
    if (settling.settled()) granted_ = granted;
    return granted;
}

// Whether this world takes the readings that a rule belongs to.
bool Evaluator::is_read(Index rule) {
    const auto& all = pack_.rules[rule].readings;
    world_.work().spend(2 + 2 * all.size());
    return std::all_of(all.begin(), all.end(), [&](const auto& one) { return world_.takes(one.first, one.second); });
}

bool Evaluator::holds_here(Index rule) {
    const RuleSpec& spec = pack_.rules[rule];
    std::uint32_t& memo = holds_[rule];
    const bool least = world_.takes_least_numbers();
    if (memo / 2 == settled_run_) return memo & 1;
    if (memo / 2 == world_.run() && !least) {
        (void)world_.hangs_on_choice(true);
        return memo & 1;
    }
    Settling settling(world_);
    const bool held = world_.holds(spec.when) && is_read(rule);
    const bool settled = settling.settled();
    if (settled || !least) memo = (settled ? settled_run_ : world_.run()) * 2 + (held ? 1 : 0);
    return held;
}

bool Evaluator::is_overridden_by(std::span<const Index> others, Index slot) {
    world_.work().spend(others.size());
    for (const Index other : others) {
        const RuleSpec& spec = pack_.rules[other];
        const bool speaks = (spec.remedies >> remedy_ & 1) && std::find(spec.slots.begin(), spec.slots.end(), slot) != spec.slots.end();
        if (speaks && holds(other)) return true;
    }
    return false;
}

// The rules of a slot but those that hold in no world.
std::span<const Index> Evaluator::possible(Index slot) {
    SlotMemo& memo = slots_[slot];
    if (memo.sifted != settled_run_) {
        const auto rules = pack_.rules_of(remedy_, slot);
        world_.work().spend(rules.size());
        memo.sifted = settled_run_;
        memo.begin = static_cast<std::uint32_t>(rules.data() - pack_.by_slot.data());
        memo.possible = 0;
        for (const Index rule : rules) {
            if (world_.when_holds(rule) != Holds::never) possible_[memo.begin + memo.possible++] = rule;
        }
    }
    return {possible_ + memo.begin, memo.possible};
}

std::span<const Index> Evaluator::live(Index slot) {
    SlotMemo& memo = slots_[slot];
    if (memo.run == world_.run()) {
        (void)world_.hangs_on_choice(true);
    } else if (memo.run != settled_run_) {
        Settling settling(world_);
        const auto rules = possible(slot);
        world_.work().spend(4 + rules.size());
        if (world_.work().is_spent()) return {};
        // All are asked before any is overridden: one rule's condition may itself ask for another slot's rules.
        memo.count = 0;
        for (const Index rule : rules) {
            if (holds(rule)) live_[memo.begin + memo.count++] = rule;
        }
        if (memo.count > 1) drop_overridden(slot, memo);
        memo.run = settling.settled() ? settled_run_ : world_.run();
    }
    const std::span<const Index> rules(live_ + memo.begin, memo.count);
    world_.work().spend(rules.size());
    for (const Index index : rules) noting_->used.add(index);
    return rules;
}

// Leaves those of the rules that hold which none of them overrides.
void Evaluator::drop_overridden(Index slot, SlotMemo& memo) {
    const std::span held(live_ + memo.begin, memo.count);
    memo.count = 0;
    for (const Index rule : held) {
        if (!is_overridden(slot, rule)) live_[memo.begin + memo.count++] = rule;
    }
}

// Rules of a slot that hold together say the same day (reading/validate_pack.cpp): the first speaks for all.
DayRange Evaluator::day_said(std::span<const Index> rules, const DayRange* opening) {
    return rules.empty() ? DayRange{} : moment_from(*pack_.rules[rules[0]].by, opening);
}

DayRange Evaluator::span_of(Index slot, bool& spoken) {
    const auto rules = live(slot);
    spoken = !rules.empty();
    const DayRange span = day_said(rules, nullptr);
    note(span);
    return span;
}

DayRange Evaluator::moment(const DateExpr& moment) { return moment_from(moment, nullptr); }

DayRange Evaluator::moment_from(const DateExpr& moment, const DayRange* opening) {
    world_.work().spend(2);
    switch (moment.kind) {
        case DateExpr::Kind::fact: return world_.day_of(moment.index);
        case DateExpr::Kind::step: return step(moment.index).completion;
        case DateExpr::Kind::as_of: return DayRange::on(world_.as_of());
        case DateExpr::Kind::opening: return opening ? *opening : DayRange{};
        case DateExpr::Kind::on:
            if (moment.parts.empty()) return DayRange::on(static_cast<int>(moment.least));
            [[fallthrough]];
        case DateExpr::Kind::after: return world_.add_length(moment_from(moment.parts[0], opening), moment);
        case DateExpr::Kind::window_end: return safe_window_end();
        case DateExpr::Kind::first_of:
        case DateExpr::Kind::earlier_of:
        case DateExpr::Kind::later_of: break;
    }
    return one_of(moment, opening);
}

// Apart, so that a day that is simply given costs little.
[[gnu::noinline]] DayRange Evaluator::one_of(const DateExpr& moment, const DayRange* opening) {
    const auto take = moment.kind == DateExpr::Kind::first_of ? take_first : moment.kind == DateExpr::Kind::earlier_of ? take_earlier : take_later;
    DayRange result = moment_from(moment.parts[0], opening);
    for (std::size_t i = 1; i < moment.parts.size(); ++i) {
        if (take == take_first && result.has_lo) break;
        take(result, moment_from(moment.parts[i], opening));
    }
    return result;
}

// Safe whatever an open number turns out to be, so it does not wait for that number.
DayRange Evaluator::safe_window_end() {
    const auto rules = possible(window);
    world_.work().spend(rules.size());
    if (world_.work().is_spent()) return {};
    world_.take_least_numbers(true);
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](Index one) { return holds(one) && !is_overridden(window, one); });
    DayRange end;
    if (rule != rules.end()) end = moment_from(*pack_.rules[*rule].by, nullptr);
    world_.take_least_numbers(false);
    end.hi = end.lo;
    end.has_hi = end.has_lo;
    return end;
}

bool Evaluator::under_way() {
    for (std::uint64_t rest = done_; rest != 0; rest &= rest - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(rest));
        if (!pack_.steps[i].optional && step(i).applies) return true;
    }
    return false;
}

DayRange Evaluator::act_by(bool& spoken, bool& too_late, bool& in_hand) {
    const DayRange end = span_of(window, spoken);
    if (settled()) {  // nothing is left to act by
        in_hand = true;
        spoken = false;
        return {};
    }
    // What others did does not stop the window: only the buyer's own act does.
    in_hand = under_way() && (acted_on_ || !spoken);
    if (!in_hand) return end;
    too_late = spoken && end.has_hi && *acted_on_ > end.hi;
    if (too_late) return end;
    spoken = false;
    for (std::size_t i = 0; i < pack_.steps.size(); ++i) {
        const StepSpec& spec = pack_.steps[i];
        const StepView& view = step(i);
        const bool mine = view.applies && spec.by_buyer && !spec.optional && spec.shown && view.has_limit;
        if (!mine || (view.state != StepState::due && view.state != StepState::overdue)) continue;
        spoken = true;
        return view.limit;
    }
    return {};
}

// A slot that says yes or no. No word at all, or "depends", leaves it to something not known.
void Evaluator::judge(Index slot, Judgement& judgement) {
    const auto rules = live(slot);
    if (rules.empty()) {
        noting_->silent.add(slot);
        judgement.depends = true;
    }
    for (const Index index : rules) {
        const Says says = pack_.rules[index].says;
        judgement.refused = judgement.refused || says == Says::no;
        judgement.hedged = judgement.hedged || says == Says::may;
        judgement.depends = judgement.depends || says == Says::depends;
    }
}

std::uint8_t Evaluator::opening_bits(std::uint8_t yes) {
    bool spoken = false;
    const DayRange opening = span_of(opens, spoken);
    if (!spoken) return yes;
    const int day = world_.as_of();
    if (opening.has_hi && day >= opening.hi) return yes;
    const auto both = static_cast<std::uint8_t>(yes | bit_not_yet);
    if (opening.has_lo && day < opening.lo) return acted_on_ ? both : std::uint8_t{bit_not_yet};
    return opening.has_hi ? both : std::uint8_t{bit_undated};
}

std::uint8_t Evaluator::closing_bits(std::uint8_t bits) {
    const auto close = [&](const DayRange& end, int day) {
        if (end.has_hi && day > end.hi) {
            bits = bit_expired;
        } else if (!end.has_lo || !end.has_hi) {
            if (bits & static_cast<std::uint8_t>(~(bit_refused | bit_not_yet))) bits = bit_undated;
        } else if (day > end.lo) {
            bits |= bit_expired;
        }
    };
    bool spoken = false;
    const DayRange end = span_of(window, spoken);
    if (spoken) close(end, acted_on_.value_or(world_.as_of()));
    for (std::uint64_t rest = deciding_; rest != 0; rest &= rest - 1) {
        const StepView& view = step(static_cast<std::size_t>(std::countr_zero(rest)));
        if (!view.applies || !view.has_limit || view.opening.projected || !view.opening.has_lo) continue;
        if (view.state >= StepState::skipped && !view.done_on) continue;
        note(view.limit);
        close(view.limit, view.done_on.value_or(world_.as_of()));
    }
    return bits;
}

bool Evaluator::settled() {
    const RemedySpec& remedy = pack_.remedies[remedy_];
    return remedy.has_settled && world_.holds(remedy.settled);
}

bool Evaluator::paid() const {
    const Index step = pack_.remedies[remedy_].refund_step;
    return step != none && (done_ >> step & 1);
}

std::uint8_t Evaluator::status_bits() {
    if (settled()) return bit_allowed;
    Judgement judgement;
    judge(grounds, judgement);
    judge(condition, judgement);
    std::uint8_t bits = bit_refused;
    if (!judgement.refused) bits = opening_bits(judgement.depends ? bit_depends : bit_allowed);
    if (judgement.hedged) bits |= bit_refused;
    return closing_bits(bits);
}

const StepView& Evaluator::step(std::size_t index) {
    StepMemo& memo = steps_[index];
    world_.work().spend(4 + world_.rule_words());
    if (memo.run == settled_run_) {
        *noting_ |= memo.notes;
    } else if (memo.run == world_.run()) {
        (void)world_.hangs_on_choice(true);
    } else {
        Settling settling(world_);
        memo.run = world_.run();
        memo.notes.clear();
        memo.view.completion = {};  // for whoever asks for it while it is worked out
        Notes* const around = std::exchange(noting_, &memo.notes);
        view_step(index, memo.view);
        noting_ = around;
        *noting_ |= memo.notes;
        if (settling.settled()) memo.run = settled_run_;
    }
    return memo.view;
}

void Evaluator::view_step(std::size_t index, StepView& view) {
    const StepSpec& spec = pack_.steps[index];
    const int today = world_.as_of();
    view.applies = (spec.remedies >> remedy_ & 1) && world_.holds(spec.when);
    for (const auto& [remedies, also] : spec.also_when) view.applies = view.applies && (!(remedies >> remedy_ & 1) || world_.holds(also));
    if (!view.applies) return;  // and so it has no day; nothing else of it is asked for
    view.state = StepState::later;
    view.advised = {};
    view.opening = spec.has_after ? moment_from(spec.after, nullptr) : DayRange::on(today);
    world_.work().spend(spec.done.size());
    for (const FactId fact : spec.done) {  // the same in every world
        if (view.done_on || !world_.known(fact).given()) continue;
        view.done_on = static_cast<int>(world_.known(fact).value);
    }
    const bool done = view.done_on || (spec.done_when && world_.holds(*spec.done_when));
    const bool over = done || (over_ >> index & 1);
    if (!spec.has_after) {  // it could be done at any time: once it is over, today says nothing of it
        if (view.done_on) view.opening = DayRange::on(*view.done_on);
        else view.opening.projected = over;
    }
    view.completion = view.opening;
    const auto rules = live(spec.slot);
    view.has_limit = !rules.empty();
    view.limit = day_said(rules, &view.opening);
    if (spec.advised_by && world_.holds(spec.advised_when)) view.advised = moment_from(*spec.advised_by, &view.opening);
    if (view.done_on) {
        view.state = StepState::done;
        view.completion = DayRange::on(*view.done_on);
        return;
    }
    note(view.limit);
    const bool open = view.opening.has_lo && !view.opening.projected && today >= view.opening.lo;
    if (over) {
        view.state = done ? StepState::done : StepState::skipped;
    } else if (open) {
        const bool late = view.has_limit && view.limit.has_hi && today > view.limit.hi;
        view.state = late ? StepState::overdue : spec.by_buyer ? StepState::due : StepState::waiting;
    }
    // As if the buyer acts on the day it opens, and everybody else takes from nothing to the whole stated time.
    if (!spec.by_buyer && view.has_limit) view.completion = view.limit;
    if (spec.done.empty() && !spec.by_buyer) return;  // no event, only a day that others count from
    view.completion.lo = std::max(view.completion.lo, today);
    // A last day that hangs on an event stands still, and once it is past nothing moves on with today.
    const bool stands = !spec.by_buyer && view.has_limit && view.limit.has_hi && !view.opening.projected;
    if (stands) view.completion.lo = std::min(view.completion.lo, view.completion.hi);
    else view.completion.hi = std::max(view.completion.hi, today);
    view.completion.projected = true;
    if (!spec.by_buyer && !view.has_limit && spec.shown && !over) noting_->silent.add(spec.slot);
}

}  // namespace returnable
