#include "evaluation/remedy_answer.h"

#include <algorithm>
#include <tuple>

namespace returnable {
namespace {

Status completion_status(const Outcome& outcome) {
    if (!outcome.granted) return Status::not_covered;
    constexpr std::uint8_t no = bit_not_yet | bit_expired | bit_refused;
    const std::uint8_t bits = outcome.bits;
    if (bits & bit_depends) return Status::conditional;
    if ((bits & bit_allowed) && (bits & no)) return Status::contested;
    if (bits & bit_undated) return Status::conditional;
    if (bits & bit_allowed) return Status::allowed;
    if (bits == bit_expired) return Status::expired;  // past under every reading
    if (bits & bit_refused) return Status::refused;
    return bits & bit_not_yet ? Status::not_yet : Status::expired;
}

// The statuses of all completions, as one.
class Statuses {
public:
    void add(Status status) { seen_ |= bit(status); }
    Status merged() const {
        for (const Status one :
             {Status::allowed, Status::conditional, Status::contested, Status::not_yet, Status::expired, Status::refused, Status::not_covered}) {
            if (seen_ == bit(one)) return one;
        }
        if (seen_ & ~(bit(Status::expired) | bit(Status::refused) | bit(Status::not_covered))) return Status::conditional;
        // Expired only where every completion is past: while one may still be open, the rule's no is what counts.
        return seen_ & bit(Status::refused) ? Status::refused : Status::expired;
    }

private:
    static unsigned bit(Status status) { return 1u << static_cast<unsigned>(status); }
    unsigned seen_ = 0;
};

// Readings of one completion: a day that one of them does not know is not known.
// Completions: one that leads to no day at all adds none, but one whose days hang on a missing date does.
enum class Adding : std::uint8_t { reading, completion };

// Of two readings of a last day one may hang on a missing date. The day that is known is then one end of the two: the
// safe one where the missing event can only be the later one, otherwise the last.
void widen_days(Outcome& into, const Outcome& other, Adding what) {
    const bool one_known = into.span.has_hi != other.span.has_hi && (into.span.missing | other.span.missing).count() > 0;
    const DayRange known = into.span.has_hi ? into.span : other.span;
    const bool is_safe = into.span.has_hi ? other.hangs_on_later : into.hangs_on_later;
    widen(into.span, other.span);
    if (what != Adding::reading || !into.bounds || !one_known) return;
    if (is_safe) into.span.lo = known.lo;
    else into.span.hi = known.hi;
    (is_safe ? into.span.has_lo : into.span.has_hi) = true;
}

void add(Outcome& into, Outcome other, Adding what) {
    if (!other.granted) return;
    const bool dayless = !other.span.has_lo && !other.span.has_hi && other.span.missing.none();
    if (what == Adding::completion && dayless) other.spoken = false;
    if (!into.granted) {
        into = other;
        return;
    }
    // Only one of two readings names an end: the other leaves the last day open.
    if (what == Adding::reading && other.bounds && into.spoken != other.spoken && !into.under_way && !other.under_way) {
        if (!into.spoken) into.span = other.span;
        into.span.has_hi = false;
        into.spoken = other.spoken = true;
        other.span = into.span;
    }
    // In time under one reading: then the matter is under way, and the closed window says nothing more.
    if (what == Adding::reading && into.too_late != other.too_late) {
        if (into.too_late) into.spoken = into.too_late = false;
        else other.spoken = false;
    }
    into.bits |= other.bits;
    if (other.spoken) {
        if (into.spoken) widen_days(into, other, what);
        else into.span = other.span;
    }
    if (other.has_length) {
        into.least = into.has_length ? std::min(into.least, other.least) : other.least;
        into.most = into.has_length ? std::max(into.most, other.most) : other.most;
    }
    into.has_length = into.has_length || other.has_length;
    into.spoken = into.spoken || other.spoken;
    into.payers |= other.payers;
    into.under_way = into.under_way || other.under_way;
    into.nothing_sent = into.nothing_sent || other.nothing_sent;
    into.unspoken = into.unspoken || other.unspoken;
}

// Facts that cannot be given beside what is given: nobody is asked for those.
FactSet excluded_by(const World& world) {
    FactSet excluded;
    for (const Contradiction& c : world.pack().contradictions) {
        if (world.known(c.fact).given() && world.known(c.fact).value == c.value) excluded.set(c.with);
    }
    return excluded;
}

class Answerer {
public:
    Answerer(Evaluator& evaluator, bool explain, Answer& answer)
        : pack_(evaluator.world().pack()), world_(evaluator.world()), evaluator_(evaluator), explain_(explain), answer_(answer) {}

    void run() {
        answer_.silent = BitSet(pack_.slots.size());
        answer_.excluded = excluded_by(world_);
        answer_.ever = answer_.not_always = BitSet(pack_.rules.size());
        work_out(Part::status);
        answer_.granted = answer_.parts[0].merged.granted;
        if (!answer_.granted || !answer_.exact) return;
        if (explain_) {
            for (const Part part : {Part::return_shipping, Part::act_by, Part::opens, Part::refund_by}) work_out(part);
        }
        const RemedySpec& spec = pack_.remedies[answer_.remedy];
        world_.try_what_ifs(false);  // it leads by what is given or assumed
        answer_.over = world_.is_over() || evaluator_.paid();
        answer_.leads = answer_.over || (spec.has_leads && world_.known_truth(spec.leads) == Truth::yes);
    }

    void run_shipping() { work_out(Part::return_shipping); }

private:
    // One part in the world as it is.
    void look(Part part, Outcome& outcome) {
        switch (part) {
            case Part::status: return status(outcome);
            case Part::act_by: return window_of(outcome);
            case Part::opens: outcome.span = evaluator_.span_of(opens, outcome.spoken); return;
            case Part::return_shipping: return shipping(outcome);
            case Part::refund_by: return refund(outcome);
        }
    }

    void work_out(Part which) {
        if (!answer_.exact) return;
        PartAnswer& result = answer_.parts[static_cast<std::size_t>(which)];
        Statuses statuses;
        BitSet always, ever(pack_.rules.size());
        bool any = false;  // completion that grants it
        Outcome completion;
        evaluator_.notes.clear();
        const auto run = [&] {
            if (!evaluator_.granted()) return;
            Outcome other;
            Outcome& outcome = completion.granted ? other : completion;  // as a rule there is one reading
            outcome.granted = true;
            look(which, outcome);
            if (other.granted) add(completion, other, Adding::reading);
        };
        const auto leaf = [&] {
            if (which == Part::refund_by) no_money_under_a_no(completion);
            if (!world_.is_what_if()) {
                add(result.merged, completion, Adding::completion);
                if (which == Part::status) statuses.add(completion_status(completion));
                if (completion.granted) {
                    if (any) always &= evaluator_.notes.used;
                    else always = evaluator_.notes.used;
                    any = true;
                    ever |= evaluator_.notes.used;
                    gather();
                }
            }
            if (which == Part::status && world_.is_what_if() && completion_status(completion) < Status::expired) note_lifting();
            // Two mixes of bits that give one status are one answer.
            if (which == Part::status) completion.bits = static_cast<std::uint8_t>(completion_status(completion));
            // Once the buyer has acted in time, the window's length changes nothing that is left to do.
            if (which == Part::act_by && completion.under_way && !completion.too_late) completion.drop_length();
            if (explain_) result.leaves.add(world_.path(), completion, world_.work());
            completion = {};
            evaluator_.notes.clear();
        };
        if (!world_.explore(run, leaf)) {
            answer_.exact = false;
            return;
        }
        if (which == Part::status) result.status = statuses.merged();
        each(ever, [&](std::size_t rule) { result.estimated = result.estimated || pack_.rules[rule].estimate; });
        answer_.ever |= ever;
        if (any) ever -= always;
        answer_.not_always |= ever;
        if (explain_) result.depends = find_dependence(result.leaves, world_.work());
    }

    // The assumptions that this world turns round.
    void note_lifting() {
        for (const Choice& choice : world_.path()) {
            if (choice.what_if && choice.value > 0) answer_.could_lift.set(choice.variable);
        }
    }

    void gather() {
        answer_.silent |= evaluator_.notes.silent;
        answer_.missing_dates |= evaluator_.notes.missing;
        answer_.guessed |= evaluator_.notes.guessed;
        answer_.outside_calendar = answer_.outside_calendar || evaluator_.notes.outside_calendar;
    }

    void status(Outcome& outcome) {
        outcome.bits = evaluator_.status_bits();
        outcome.span.missing = evaluator_.notes.missing;
    }

    void window_of(Outcome& outcome) {
        outcome.bounds = true;
        outcome.span = evaluator_.act_by(outcome.spoken, outcome.too_late, outcome.under_way);
        outcome.hangs_on_later = world_.only_earlier_given(outcome.span.missing);
        if (evaluator_.settled()) return;
        const auto rules = evaluator_.live(window);
        const DateExpr* after = rules.empty() ? nullptr : length_of(*pack_.rules[rules[0]].by);
        outcome.has_length = after != nullptr;
        if (after) std::tie(outcome.least, outcome.most) = lengths(*after);
    }

    std::pair<std::int64_t, std::int64_t> lengths(const DateExpr& after) {
        if (after.length_fact == no_fact) return {after.least, after.most};
        std::int64_t value = after.least;
        (void)world_.number(after.length_fact, value);
        value = std::max(after.least, value);
        return {value, value};
    }

    void shipping(Outcome& outcome) {
        const auto rules = evaluator_.live(return_shipping);
        outcome.unspoken = rules.empty();
        if (rules.empty()) evaluator_.notes.silent.add(return_shipping);
        for (const Index index : rules) {
            outcome.payers |= *pack_.rules[index].payers;
            outcome.nothing_sent = outcome.nothing_sent || *pack_.rules[index].payers == 0;
        }
    }

    void refund(Outcome& outcome) {
        const Index step = pack_.remedies[answer_.remedy].refund_step;
        if (step == none) return;
        const StepView& view = evaluator_.step(step);
        outcome.spoken = view.applies && (view.has_limit || view.done_on);
        if (view.applies) outcome.span = view.done_on ? DayRange::on(*view.done_on) : view.limit;
        if (hangs_on_completion()) outcome.bits = evaluator_.status_bits();
    }

    // Whether some completions may say no and others not.
    bool hangs_on_completion() const { return answer_.part(Part::status).status == Status::conditional; }

    // A completion that says no brings no money.
    void no_money_under_a_no(Outcome& completion) const {
        if (hangs_on_completion() && completion.granted && completion_status(completion) >= Status::expired) {
            completion.spoken = false;
            completion.span = {};
        }
        completion.bits = 0;
    }

public:
    static const DateExpr* length_of(const DateExpr& moment) {
        if (moment.kind == DateExpr::Kind::after) return &moment;
        for (const DateExpr& part : moment.parts) {
            if (const DateExpr* found = length_of(part)) return found;
        }
        return nullptr;
    }

private:
    const Pack& pack_;
    World& world_;
    Evaluator& evaluator_;
    bool explain_;
    Answer& answer_;
};

// The event that a window counts from: of several, the one named first.
FactId anchor_of(const DateExpr& moment) {
    if (moment.kind == DateExpr::Kind::fact) return moment.index;
    for (const DateExpr& part : moment.parts) {
        const FactId found = anchor_of(part);
        if (found != no_fact) return found;
    }
    return no_fact;
}

}  // namespace

const char* name_of(Part part) {
    static constexpr const char* names[] = {"status", "act_by", "opens", "return_shipping", "refund_by"};
    return names[static_cast<std::size_t>(part)];
}

FactSet Answer::missing(const Pack& pack) const {
    // A no that holds in every completion can be lifted only by what is not taken to be open.
    if (is_no()) return (could_lift & pack.unstated) - excluded;
    FactSet result = missing_dates;
    for (const PartAnswer& part : parts) {
        result |= part.depends.open | (part.depends.assumed & pack.unstated);
    }
    return result - pack.our_guesses - excluded;
}

void answer(Evaluator& evaluator, Answer& into) {
    into.remedy = evaluator.remedy();
    Answerer(evaluator, evaluator.world().tries_what_ifs(), into).run();
}

void answer_shipping(Evaluator& evaluator, Answer& answer) { Answerer(evaluator, false, answer).run_shipping(); }

std::optional<WindowAnchor> window_anchor(const Pack& pack, const BitSet& held, std::size_t remedy) {
    for (const Index index : pack.rules_of(remedy, window)) {
        const RuleSpec& rule = pack.rules[index];
        const DateExpr* after = held[index] ? Answerer::length_of(*rule.by) : nullptr;
        if (after) return WindowAnchor{anchor_of(*after), after->unit};
    }
    return std::nullopt;
}

}  // namespace returnable
