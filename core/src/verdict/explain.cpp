#include "verdict/explain.h"

#include <algorithm>

#include "verdict/fragments.h"

namespace returnable {
namespace {

constexpr std::size_t most_advice = 3;

DateRange range_of(const DayRange& span) {
    const auto day = [](bool has, int d) { return has ? std::optional<Date>(Date{std::chrono::days{d}}) : std::nullopt; };
    return {day(span.has_lo, span.lo), day(span.has_hi, span.hi)};
}

void add_all(BitSet& into, const std::vector<Index>& indices) {
    for (const Index index : indices) into.add(index);
}

class Explainer {
public:
    Explainer(Evaluator& evaluator, VerdictStorage& storage, std::vector<Applying>& steps, Explained& result)
        : pack_(evaluator.world().pack()),
          world_(evaluator.world()),
          evaluator_(evaluator),
          storage_(storage),
          result_(result),
          answer_(result_.answer),
          out_(result_.entitlement),
          steps_(steps) {
        result_.cited = BitSet(pack_.clauses.size());
        steps_.clear();
        world_.try_what_ifs(false);
        evaluator_.notes.clear();
        codes_[0] = BitSet(pack_.evidence_codes.size());
        for (std::size_t i = 1; i < std::size(codes_); ++i) codes_[i] = BitSet(pack_.advice_codes.size());
    }

    void run() {
        const RemedySpec& spec = pack_.remedies[answer_.remedy];
        out_.remedy = spec.id;
        out_.kind = spec.promise ? "promise" : spec.statutory ? "statutory" : "last_resort";
        out_.owed_by = spec.owed_by;
        out_.policy = pack_.id;
        out_.status = returnable::name_of(answer_.status());
        walk();
        window_and_days();
        shipping();
        steps();
        codes();
        reasons();
        conflicts();
        assumptions();
        missing();
        hangs_on();
        silence();
    }

private:
    // What a verdict shows is held and written for each entitlement anew: so many things of it, with so many names.
    void take_room(std::size_t things, std::size_t names = 0) { world_.work().fill(100 * things + 16 * names); }

    // Steps and codes, over every completion and reading that counts. Each by itself: met together, the facts of all of
    // them would multiply.
    void walk() {
        for (std::size_t i = 0; i < pack_.steps.size(); ++i) {
            if (!(pack_.steps[i].remedies >> answer_.remedy & 1)) continue;
            StepView* found = nullptr;
            explore([&] {
                const StepView& view = evaluator_.step(i);
                if (!view.applies) return;
                if (found) widen(*found, view);
                else found = &steps_.emplace_back(pack_.steps[i], view).view;
            });
        }
        result_.step_rules = evaluator_.notes.used;
        for (Index slot = evidence; slot < fixed_slots; ++slot) {
            if (!pack_.speaks_of(answer_.remedy, slot)) continue;
            explore([&] {
                for (const Index rule : evaluator_.live(slot)) {
                    if (slot == advice && answer_.is_no() && !pack_.rules[rule].still_useful) continue;
                    world_.work().spend(pack_.rules[rule].codes.size());
                    add_all(codes_[slot - evidence], pack_.rules[rule].codes);
                    answer_.ever.add(rule);
                }
            });
        }
    }

    template <class Run>
    void explore(Run run) {
        const auto where_granted = [&] {
            if (evaluator_.granted()) run();
        };
        answer_.exact = answer_.exact && world_.explore(where_granted, [] {});
    }

    void widen(StepView& into, const StepView& view) const {
        returnable::widen(into.opening, view.opening);
        if (view.has_limit && into.has_limit) returnable::widen(into.limit, view.limit);
        else if (view.has_limit) into.limit = view.limit;
        into.has_limit = into.has_limit || view.has_limit;
        if (view.state == into.state) return;
        into.unsure = true;
        into.state = std::min(view.state, into.state);
        // Late in one world and without a day in another: waiting would be false calm.
        const bool past = into.has_limit && into.limit.has_hi && into.limit.hi < world_.as_of();
        if (into.state == StepState::waiting && past) into.state = StepState::overdue;
    }

    bool under_way() const {
        return std::any_of(steps_.begin(), steps_.end(), [](const Applying& step) { return step.view.done_on && !step.spec.optional; });
    }

    void window_and_days() {
        const PartAnswer& window = answer_.part(Part::act_by);
        if (const auto anchor = window_anchor(pack_, answer_.ever, answer_.remedy); anchor && window.merged.has_length) {
            out_.window = view::WindowLength{anchor->after == no_fact ? Text() : Text(pack_.facts[anchor->after].id), name_of(anchor->unit),
                                             window.merged.least, window.merged.most};
        }
        const PartAnswer& opening = answer_.part(Part::opens);
        if (opening.merged.spoken) out_.opens = range_of(opening.merged.span);
        if (window.merged.spoken) out_.act_by = range_of(window.merged.span);
        else out_.act_by_unknown = !window.merged.under_way;
        if (out_.act_by && !out_.act_by->first && !out_.act_by->last) out_.act_by.reset();
        if (out_.opens && !out_.opens->first && !out_.opens->last) out_.opens.reset();
        result_.phase = phase();
    }

    // A stage without an event is only a day that others count from: nobody is late with it.
    static bool is_act(const StepSpec& spec) { return spec.shown && !spec.optional && (spec.by_buyer || !spec.done.empty()); }

    // Waiting is said only where somebody else has a last day that is known and still to come.
    const char* phase() const {
        if (answer_.over) return "done";
        if (!under_way()) return "start";
        bool own = false, theirs = false;
        for (const auto& [spec, view] : steps_) {
            if (!is_act(spec)) continue;
            if (view.state == StepState::overdue && !view.unsure && (!answer_.is_no() || (answer_.status() == Status::expired && spec.by_buyer))) return "late";
            own = own || (spec.by_buyer && view.state == StepState::due);
            theirs = theirs || (view.state == StepState::waiting && view.has_limit && view.limit.has_hi && view.limit.hi >= world_.as_of());
        }
        if (answer_.is_no()) return "start";
        return own || !theirs ? "your_turn" : "waiting";
    }

    void shipping() {
        const Outcome& shipping = answer_.part(Part::return_shipping).merged;
        if (shipping.payers || shipping.nothing_sent) out_.return_shipping = payer_names(shipping.payers);
        const PartAnswer& refund = answer_.part(Part::refund_by);
        if (answer_.is_no() || !refund.merged.spoken || !(refund.merged.span.has_lo || refund.merged.span.has_hi)) return;
        out_.refund_by = range_of(refund.merged.span);
        out_.refund_basis = refund.estimated || refund.merged.span.guessed ? "estimate" : "stated";
    }

    // Where the answer is no, or the money is here, nothing is to be done: only what has happened is shown, and what was
    // missed on the way.
    bool is_shown(const StepSpec& spec, const StepView& view) const {
        if (!spec.shown || !(answer_.is_no() || answer_.over)) return spec.shown;
        const bool missed = answer_.status() == Status::expired && view.state == StepState::overdue && spec.by_buyer && under_way();
        return view.state >= StepState::skipped || (missed && !answer_.over);
    }

    void steps() {
        take_room(steps_.size());
        out_.steps.reserve(steps_.size());
        for (const auto& [spec, view] : steps_) {
            if (!is_shown(spec, view)) continue;
            view::Step& step = out_.steps.emplace_back();
            step.id = spec.id;
            step.actor = spec.actor;
            step.state = name_of(view.state);
            // Of a step that is over, days that were only projected say nothing.
            const bool over = view.state >= StepState::skipped;
            if (!over || !view.opening.projected) step.opens = range_of(view.opening);
            if (view.has_limit && !(over && view.limit.projected)) step.act_by = range_of(view.limit);
            if (view.advised.has_lo) step.advised_by = Date{std::chrono::days{view.advised.lo}};
            if (view.done_on) step.done_on = Date{std::chrono::days{*view.done_on}};
            step.projected = view.state < StepState::skipped && (view.opening.projected || view.limit.projected);
            BitSet cited(pack_.clauses.size());
            cited |= spec.cited;
            const auto rules = pack_.rules_of(answer_.remedy, spec.slot);
            world_.work().spend(rules.size());
            for (const Index rule : rules) {
                if (result_.step_rules[rule]) cited |= pack_.rules[rule].cited;
            }
            take_room(pack_.clauses.size() / 512, cited.count());
            step.clauses = storage_.names(cited, pack_.clause_ids);
            result_.cited |= cited;
        }
    }

    void codes() {
        for (const BitSet& set : codes_) take_room(0, set.count());
        out_.evidence = storage_.names(codes_[0], pack_.evidence_codes);
        out_.advice = storage_.names(codes_[1], pack_.advice_codes, most_advice);
        out_.support = storage_.names(codes_[2], pack_.advice_codes);
        out_.location = storage_.names(codes_[3], pack_.advice_codes);
        out_.warnings = storage_.names(codes_[4], pack_.advice_codes);
        out_.deductions = storage_.names(codes_[5], pack_.advice_codes);
    }

    // A rule of advice is a reason only where its advice is among those given.
    bool is_given(const RuleSpec& rule) const {
        if (rule.slots[0] != advice) return true;
        return std::any_of(rule.codes.begin(), rule.codes.end(),
                           [&](Index code) { return std::find(out_.advice.begin(), out_.advice.end(), Text(pack_.advice_codes[code])) != out_.advice.end(); });
    }

    void reasons() {
        out_.reasons.reserve(answer_.ever.count() + 1);
        out_.reasons.push_back(pack_.parts.reasons[place_of_remedy(pack_, answer_.remedy)]);
        result_.cited |= pack_.remedies[answer_.remedy].cited;
        each(answer_.ever, [&](std::size_t i) {
            const RuleSpec& rule = pack_.rules[i];
            world_.work().spend(rule.codes.size());
            if (!is_given(rule)) return;
            take_room(1, rule.cites.size());
            out_.reasons.push_back(pack_.parts.reasons[place_of_rule(i, answer_.not_always[i])]);
            result_.cited |= rule.cited;
        });
    }

    void conflicts() {
        out_.conflicts.reserve(8);
        world_.work().spend(pack_.conflicts.size());
        for (std::size_t i = 0; i < pack_.conflicts.size(); ++i) {
            const ConflictSpec& spec = pack_.conflicts[i];
            if (!(spec.remedies >> answer_.remedy & 1) || world_.known_truth(spec.when) == Truth::no) continue;
            take_room(1 + 8 * spec.readings.size(), spec.cites.size());
            if (world_.work().is_spent()) return;
            out_.conflicts.push_back(pack_.parts.conflicts[i]);
            result_.cited |= spec.cited;
        }
    }

    void assumptions() {
        FactSet listed;
        out_.assumes.reserve(8);
        const auto assume = [&](std::size_t fact) {
            const FactUse& use = pack_.uses[fact];
            if (listed[fact] || use.absent != FactUse::Absent::assumed || world_.known(static_cast<FactId>(fact)).state != Known::State::absent) return;
            listed.set(fact);
            out_.assumes.push_back(pack_.parts.assumptions[fact]);
        };
        for (const PartAnswer& part : answer_.parts) {
            each(part.depends.assumed, assume);
        }
        // A step that only an assumption keeps away, such as gathering evidence.
        for (const StepSpec& step : pack_.steps) {
            if (!(step.remedies >> answer_.remedy & 1) || !step.shown) continue;
            const bool several = step.when.kind == Condition::Kind::all;
            for (const Condition& part : several ? std::span(step.when.parts) : std::span(&step.when, 1)) {
                if (part.kind == Condition::Kind::value_in) assume(part.fact);
            }
        }
        each(answer_.guessed, [&](std::size_t fact) { out_.assumes.push_back(pack_.parts.assumptions[fact]); });
        not_happened();
    }

    // The window is past its safe end: a dispute already open would have changed that.
    void not_happened() {
        const Outcome& window = answer_.part(Part::act_by).merged;
        const RemedySpec& spec = pack_.remedies[answer_.remedy];
        if (!window.spoken || !window.span.has_lo || world_.as_of() <= window.span.lo || spec.acts.empty()) return;
        const bool acted = std::any_of(spec.acts.begin(), spec.acts.end(), [&](FactId f) { return world_.known(f).given(); });
        if (!acted) out_.assumes.push_back(pack_.parts.assumptions[spec.acts[0]]);
    }

    // Their names, from there on; gives the place behind them.
    Text* put(const FactSet& facts, Text* to) const {
        each(facts, [&](std::size_t fact) { *to++ = pack_.facts[fact].id; });
        return to;
    }

    void missing() {
        FactSet rest = answer_.missing(pack_);
        Text* const first = storage_.room(rest.count());
        Text* to = first;
        for (const PartAnswer& part : answer_.parts) {
            const FactSet here = (part.depends.open | part.depends.assumed) & rest;
            to = put(here, to);
            rest = rest - here;
        }
        out_.missing = {first, put(rest, to)};
    }

    void hangs_on() {
        for (const Part part : {Part::act_by, Part::opens, Part::refund_by}) {
            const FactSet facts = answer_.part(part).merged.span.missing - pack_.our_guesses;
            if (facts.none()) continue;
            Text* const first = storage_.room(facts.count());
            out_.hangs_on.emplace_back(returnable::name_of(part), Texts(first, put(facts, first)));
        }
    }

    void silence() {
        static constexpr Text outside[] = {"outside_calendar"};
        out_.silent_on = storage_.names(answer_.silent, pack_.slots);
        if (answer_.outside_calendar) out_.problems = outside;
    }

    const Pack& pack_;
    World& world_;
    Evaluator& evaluator_;
    VerdictStorage& storage_;
    Explained& result_;
    Answer& answer_;
    view::Entitlement& out_;
    std::vector<Applying>& steps_;          // in order
    BitSet codes_[fixed_slots - evidence];  // of evidence, advice, support, location, warning, deductions
};

}  // namespace

std::vector<Payer> payers_of(std::uint8_t payers) {
    std::vector<Payer> out;
    for (const Payer one : {Payer::buyer, Payer::seller, Payer::platform}) {
        if (payers >> static_cast<unsigned>(one) & 1) out.push_back(one);
    }
    return out;
}

Texts payer_names(std::uint8_t payers) {
    // Each set of payers is a stretch of this, in this order.
    static constexpr Text names[] = {"buyer", "seller", "platform", "buyer", "platform"};
    static constexpr struct { std::uint8_t first, count; } stretches[] = {{0, 0}, {0, 1}, {1, 1}, {0, 2}, {2, 1}, {3, 2}, {1, 2}, {0, 3}};
    const auto [first, count] = stretches[payers & 7];
    return Texts(names).subspan(first, count);
}

void explain(Evaluator& evaluator, VerdictStorage& storage, std::vector<Applying>& steps, Explained& into) { Explainer(evaluator, storage, steps, into).run(); }

}  // namespace returnable
