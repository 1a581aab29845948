#include "explain.h"

#include <algorithm>
#include <set>

namespace returnable {
namespace {

constexpr std::size_t most_advice = 3;

DateRange range_of(const Span& span) {
    const auto day = [](bool has, int d) { return has ? std::optional<Date>(Date{std::chrono::days{d}}) : std::nullopt; };
    return {day(span.has_lo, span.lo), day(span.has_hi, span.hi)};
}

const char* name_of(StepState state) {
    static constexpr const char* names[] = {"later", "waiting", "due", "overdue", "done"};
    return names[static_cast<std::size_t>(state)];
}

std::string name_of_unit(Unit unit) {
    static constexpr const char* names[] = {"calendar_days", "business_days", "calendar_months", "calendar_years"};
    return names[static_cast<std::size_t>(unit)];
}

std::vector<std::string> clause_names(const Pack& pack, const std::vector<Index>& clauses) {
    std::vector<std::string> out;
    for (const Index clause : clauses) out.push_back(pack.clauses[clause].id);
    return out;
}

void add_clauses(std::vector<std::string>& into, const Pack& pack, const std::vector<Index>& clauses) {
    for (const Index clause : clauses) {
        const std::string& id = pack.clauses[clause].id;
        if (std::find(into.begin(), into.end(), id) == into.end()) into.push_back(id);
    }
}

class Explainer {
public:
    Explainer(const Pack& pack, const KnownFacts& facts, int as_of, Answer answer)
        : pack_(pack),
          facts_(facts),
          as_of_(as_of),
          result_{std::move(answer), {}, {}, {}},
          answer_(result_.answer),
          out_(result_.entitlement),
          views_(pack.steps.size()),
          step_rules_(pack.rules.size(), false) {}

    Explained run() {
        const RemedySpec& spec = pack_.remedies[answer_.remedy];
        out_.remedy = spec.id;
        out_.kind = spec.promise ? "promise" : "last_resort";
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
        for (std::size_t i = 0; i < pack_.rules.size(); ++i) result_.rules.push_back(answer_.ever[i] || step_rules_[i]);
        return std::move(result_);
    }

private:
    // Steps and codes, over every completion and reading that counts.
    void walk() {
        World world(pack_, facts_, as_of_, false);
        Evaluator evaluator(world, answer_.remedy);
        (void)world.explore(
            [&] {
                if (!evaluator.granted()) return;
                for (std::size_t i = 0; i < pack_.steps.size(); ++i) gather(evaluator.step(i), views_[i]);
                for (std::size_t i = 0; i < pack_.rules.size(); ++i) step_rules_[i] = step_rules_[i] || evaluator.used[i];
                evaluator.clear_notes();
            },
            [] {});
        for (const Index slot : {Index{evidence}, Index{advice}, Index{support}, Index{location}}) {
            (void)world.explore(
                [&] {
                    if (!evaluator.granted()) return;
                    for (const Index rule : evaluator.live(slot)) {
                        for (const Index code : pack_.rules[rule].codes) codes_[slot].insert(code);
                        answer_.ever[rule] = true;
                    }
                },
                [] {});
        }
    }

    static void gather(const StepView& view, StepView& into) {
        if (!view.applies) return;
        if (!into.applies) {
            into = view;
            return;
        }
        widen(into.opening, view.opening);
        if (view.has_limit && into.has_limit) widen(into.limit, view.limit);
        else if (view.has_limit) into.limit = view.limit;
        into.has_limit = into.has_limit || view.has_limit;
        if (view.state != into.state) into.state = std::min(view.state, into.state);
    }

    bool under_way() const {
        for (std::size_t i = 0; i < views_.size(); ++i) {
            if (views_[i].applies && views_[i].done_on && !pack_.steps[i].optional) return true;
        }
        return false;
    }

    // The buyer's next step that the matter waits for.
    const StepView* next_own_step() const {
        for (std::size_t i = 0; i < views_.size(); ++i) {
            const StepSpec& spec = pack_.steps[i];
            if (!views_[i].applies || spec.actor != "buyer" || spec.optional || !spec.shown) continue;
            if (views_[i].state == StepState::due || views_[i].state == StepState::overdue) return &views_[i];
        }
        return nullptr;
    }

    void window_and_days() {
        const PartAnswer& window = answer_.part(Part::act_by);
        if (const auto anchor = window_anchor(pack_, answer_.ever, answer_.remedy); anchor && window.merged.has_length) {
            out_.window = WindowLength{anchor->after == no_fact ? "" : pack_.facts[anchor->after].id, name_of_unit(anchor->unit), window.merged.least,
                                       window.merged.most};
        }
        const PartAnswer& opening = answer_.part(Part::opens);
        if (opening.merged.spoken) out_.opens = range_of(opening.merged.span);
        const StepView* own = next_own_step();
        if (window.merged.spoken) out_.act_by = range_of(window.merged.span);
        else out_.act_by_unknown = !window.merged.under_way;
        if (out_.act_by && !out_.act_by->first && !out_.act_by->last) out_.act_by.reset();
        if (out_.opens && !out_.opens->first && !out_.opens->last) out_.opens.reset();
        phase(own);
    }

    void phase(const StepView* own) {
        const Index money = pack_.remedies[answer_.remedy].refund_step;
        const auto late = [&] {
            for (std::size_t i = 0; i < views_.size(); ++i) {
                const StepSpec& spec = pack_.steps[i];
                if (views_[i].applies && spec.shown && spec.actor != "buyer" && views_[i].state == StepState::overdue) return true;
            }
            return false;
        };
        result_.phase = money != none && views_[money].done_on ? "done" : !under_way() ? "start" : late() ? "late" : own ? "your_turn" : "waiting";
    }

    void shipping() {
        const Outcome& shipping = answer_.part(Part::return_shipping).merged;
        if (shipping.payers || shipping.nothing_sent) out_.return_shipping = payer_names(shipping.payers);
        const PartAnswer& refund = answer_.part(Part::refund_by);
        if (!refund.merged.spoken || !(refund.merged.span.has_lo || refund.merged.span.has_hi)) return;
        out_.refund_by = range_of(refund.merged.span);
        out_.refund_basis = refund.estimated || refund.merged.span.guessed ? "estimate" : "stated";
    }

    void steps() {
        for (std::size_t i = 0; i < views_.size(); ++i) {
            const StepSpec& spec = pack_.steps[i];
            const StepView& view = views_[i];
            if (!view.applies || !spec.shown) continue;
            Step& step = out_.steps.emplace_back();
            step.id = spec.id;
            step.actor = spec.actor;
            step.state = name_of(view.state);
            step.opens = range_of(view.opening);
            if (view.has_limit) step.act_by = range_of(view.limit);
            if (view.advised.has_lo) step.advised_by = Date{std::chrono::days{view.advised.lo}};
            if (view.done_on) step.done_on = Date{std::chrono::days{*view.done_on}};
            step.projected = view.state != StepState::done && (view.opening.projected || view.limit.projected);
            add_clauses(step.clauses, pack_, spec.clauses);
            for (std::size_t rule = 0; rule < pack_.rules.size(); ++rule) {
                const auto& slots = pack_.rules[rule].slots;
                if (!step_rules_[rule] || std::find(slots.begin(), slots.end(), spec.slot) == slots.end()) continue;
                add_clauses(step.clauses, pack_, pack_.rules[rule].clauses);
            }
            std::sort(step.clauses.begin(), step.clauses.end());  // the order of rules in a file says nothing
        }
    }

    void codes() {
        for (const Index code : codes_[evidence]) out_.evidence.push_back(pack_.evidence_codes[code]);
        for (const Index code : codes_[advice]) {
            if (out_.advice.size() < most_advice) out_.advice.push_back(pack_.advice_codes[code]);
        }
        for (const Index code : codes_[support]) out_.support.push_back(pack_.advice_codes[code]);
        for (const Index code : codes_[location]) out_.location.push_back(pack_.advice_codes[code]);
    }

    // A rule of advice is a reason only where its advice is among those given.
    bool is_given(const RuleSpec& rule) const {
        if (rule.slots[0] != advice) return true;
        return std::any_of(rule.codes.begin(), rule.codes.end(),
                           [&](Index code) { return std::find(out_.advice.begin(), out_.advice.end(), pack_.advice_codes[code]) != out_.advice.end(); });
    }

    void reasons() {
        const RemedySpec& spec = pack_.remedies[answer_.remedy];
        out_.reasons.push_back({spec.id, "remedy", "yes", "", clause_names(pack_, spec.clauses)});
        std::vector<std::size_t> held;
        for (std::size_t i = 0; i < pack_.rules.size(); ++i) {
            if (answer_.ever[i] && is_given(pack_.rules[i])) held.push_back(i);
        }
        std::sort(held.begin(), held.end(), [&](std::size_t a, std::size_t b) {
            const RuleSpec &x = pack_.rules[a], &y = pack_.rules[b];
            return x.slots[0] != y.slots[0] ? x.slots[0] < y.slots[0] : x.id < y.id;
        });
        static constexpr const char* says[] = {"", "yes", "no", "may", "depends"};
        for (const std::size_t i : held) {
            const RuleSpec& rule = pack_.rules[i];
            out_.reasons.push_back({rule.id, pack_.slots[rule.slots[0]], answer_.always[i] ? "yes" : "unknown", says[static_cast<std::size_t>(rule.says)],
                                    clause_names(pack_, rule.clauses)});
        }
    }

    void conflicts() {
        World world(pack_, facts_, as_of_, false);
        Evaluator evaluator(world, answer_.remedy);
        world.resolve_moments_with(&evaluator);
        for (const ConflictSpec& spec : pack_.conflicts) {
            if (!(spec.remedies >> answer_.remedy & 1) || world.known_truth(spec.when) == Truth::no) continue;
            Conflict& conflict = out_.conflicts.emplace_back();
            conflict.id = spec.id;
            conflict.slot = pack_.slots[spec.slot];
            conflict.clauses = clause_names(pack_, spec.clauses);
            for (const ReadingSpec& reading : spec.readings) {
                conflict.readings.push_back({reading.value, reading.why, reading.counts, clause_names(pack_, reading.clauses)});
            }
        }
        std::sort(out_.conflicts.begin(), out_.conflicts.end(), [](const Conflict& a, const Conflict& b) { return a.id < b.id; });
    }

    FactValue value_of(std::size_t fact, std::int64_t value) const {
        const FactSpec& spec = pack_.facts[fact];
        if (spec.kind == FactKind::yes_no) return value != 0;
        return spec.values[static_cast<std::size_t>(value)];
    }

    void assumptions() {
        std::vector<bool> listed(pack_.facts.size(), false);
        const auto assume = [&](std::size_t fact) {
            const FactUse& use = pack_.uses[fact];
            if (listed[fact] || use.absent != FactUse::Absent::assumed || facts_[fact].state != Known::State::absent) return;
            listed[fact] = true;
            out_.assumes.push_back({pack_.facts[fact].id, value_of(fact, use.assumed), std::nullopt, false});
        };
        for (const PartAnswer& part : answer_.parts) {
            for (std::size_t fact = 0; fact < pack_.facts.size(); ++fact) {
                if (part.depends.assumed[fact]) assume(fact);
            }
        }
        // A step that only an assumption keeps away, such as gathering evidence.
        for (const StepSpec& step : pack_.steps) {
            if (!(step.remedies >> answer_.remedy & 1) || !step.shown) continue;
            for (const Condition& part : step.when.parts) {
                if (part.kind == Condition::Kind::value_in) assume(part.fact);
            }
        }
        for (std::size_t fact = 0; fact < pack_.facts.size(); ++fact) {
            if (answer_.guessed[fact]) out_.assumes.push_back({pack_.facts[fact].id, CannotSay{}, pack_.uses[fact].range, true});
        }
        not_happened();
    }

    // The window is past its safe end: a dispute already open would have changed that.
    void not_happened() {
        const Outcome& window = answer_.part(Part::act_by).merged;
        const RemedySpec& spec = pack_.remedies[answer_.remedy];
        if (!window.spoken || !window.span.has_lo || as_of_ <= window.span.lo || spec.acts.empty()) return;
        const bool acted = std::any_of(spec.acts.begin(), spec.acts.end(), [&](FactId f) { return facts_[f].given(); });
        if (!acted) out_.assumes.push_back({pack_.facts[spec.acts[0]].id, CannotSay{}, std::nullopt, false});
    }

    void missing() {
        const FactSet all = answer_.missing(pack_);
        std::vector<bool> listed(pack_.facts.size(), false);
        const auto list = [&](const FactSet& set) {
            for (std::size_t fact = 0; fact < pack_.facts.size(); ++fact) {
                if (!set[fact] || !all[fact] || listed[fact]) continue;
                listed[fact] = true;
                out_.missing.push_back(pack_.facts[fact].id);
            }
        };
        for (const PartAnswer& part : answer_.parts) list(part.depends.open | part.depends.assumed);
        list(all);
    }

    void hangs_on() {
        for (const Part part : {Part::act_by, Part::opens, Part::refund_by}) {
            const Outcome& merged = answer_.part(part).merged;
            if (!merged.spoken || (merged.span.has_lo && merged.span.has_hi)) continue;
            std::vector<std::string> facts;
            for (std::size_t fact = 0; fact < pack_.facts.size(); ++fact) {
                if (merged.span.missing[fact] && !pack_.our_guesses[fact]) facts.push_back(pack_.facts[fact].id);
            }
            if (!facts.empty()) out_.hangs_on.emplace_back(returnable::name_of(part), std::move(facts));
        }
    }

    void silence() {
        for (std::size_t slot = 0; slot < pack_.slots.size(); ++slot) {
            if (answer_.silent[slot]) out_.silent_on.push_back(pack_.slots[slot]);
        }
        if (answer_.outside_calendar) out_.problems.push_back("outside_calendar");
    }

    const Pack& pack_;
    const KnownFacts& facts_;
    int as_of_;
    Explained result_;
    Answer& answer_;
    Entitlement& out_;
    std::vector<StepView> views_;
    RuleSet step_rules_;
    std::set<Index> codes_[fixed_slots];
};

}  // namespace

std::vector<std::string> payer_names(std::uint8_t payers) {
    std::vector<std::string> out;
    for (const auto& [payer, name] : {std::pair{buyer, "buyer"}, std::pair{seller, "seller"}, std::pair{platform, "platform"}}) {
        if (payers & payer) out.emplace_back(name);
    }
    return out;
}

Explained explain(const Pack& pack, const KnownFacts& facts, int as_of, Answer answer) { return Explainer(pack, facts, as_of, std::move(answer)).run(); }

std::vector<Clause> cited_clauses(const Pack& pack, const Verdict& verdict) {
    std::set<std::string> cited;
    for (const ItemVerdict& item : verdict.items) {
        for (const Entitlement& e : item.entitlements) {
            for (const Reason& reason : e.reasons) cited.insert(reason.clauses.begin(), reason.clauses.end());
            for (const Step& step : e.steps) cited.insert(step.clauses.begin(), step.clauses.end());
            for (const Conflict& conflict : e.conflicts) {
                cited.insert(conflict.clauses.begin(), conflict.clauses.end());
                for (const Reading& reading : conflict.readings) cited.insert(reading.clauses.begin(), reading.clauses.end());
            }
        }
    }
    std::vector<Clause> out;
    for (const ClauseSpec& clause : pack.clauses) {
        if (cited.count(clause.id)) out.push_back({clause.id, pack.sources[clause.source].title, clause.section, clause.says});
    }
    std::sort(out.begin(), out.end(), [](const Clause& a, const Clause& b) { return a.id < b.id; });
    return out;
}

}  // namespace returnable
