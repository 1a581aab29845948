#include "verdict/verdict_convert.h"

#include <algorithm>

#include "verdict/verdict_names.h"

namespace returnable {
namespace {

template <class To, class From, class Convert>
std::vector<To> each_of(const From& all, Convert convert) {
    std::vector<To> out;
    out.reserve(all.size());
    for (const auto& one : all) out.push_back(convert(one));
    return out;
}

std::vector<std::string> strings(Texts texts) { return {texts.begin(), texts.end()}; }

Clause clause(const view::Clause& seen) {
    return {std::string(seen.id),   std::string(seen.source), std::string(seen.section), std::string(seen.says),
            std::string(seen.tier), std::string(seen.link),   std::string(seen.text_of)};
}

Reading reading(const view::Reading& seen) { return {std::string(seen.value), std::string(seen.why), seen.counts, strings(seen.clauses)}; }

Conflict conflict(const view::Conflict& seen) {
    return {std::string(seen.id), std::string(seen.slot), each_of<Reading>(seen.readings, reading), strings(seen.clauses)};
}

Reason reason(const view::Reason& seen) {
    return {std::string(seen.rule), std::string(seen.slot), from_name<Held>(seen.held), from_name<Says>(seen.says), strings(seen.clauses)};
}

Assumption assumption(const view::Assumption& seen) {
    Assumption out{std::string(seen.fact), CannotSay{}, seen.range, seen.ours};
    if (const bool* flag = std::get_if<bool>(&seen.value)) out.value = *flag;
    else if (const Text* word = std::get_if<Text>(&seen.value)) out.value = std::string(*word);
    return out;
}

Step step(const view::Step& seen) {
    return {std::string(seen.id), from_name<Actor>(seen.actor), from_name<StepState>(seen.state), seen.opens, seen.act_by, seen.done_on, seen.advised_by,
            seen.projected,       strings(seen.clauses)};
}

Entitlement entitlement(const view::Entitlement& seen) {
    Entitlement out;
    out.remedy = seen.remedy;
    out.kind = from_name<RemedyKind>(seen.kind);
    out.policy = seen.policy;
    out.owed_by = seen.owed_by;
    out.status = from_name<Status>(seen.status);
    out.wanted = seen.wanted;
    if (seen.window) out.window = {std::string(seen.window->after), seen.window->safe, seen.window->last, from_name<Unit>(seen.window->unit)};
    out.opens = seen.opens;
    out.act_by = seen.act_by;
    out.act_by_unknown = seen.act_by_unknown;
    if (seen.return_shipping) out.return_shipping = each_of<Payer>(*seen.return_shipping, from_name<Payer>);
    out.refund_by = seen.refund_by;
    out.refund_basis = from_name<Basis>(seen.refund_basis);
    out.steps = each_of<Step>(seen.steps, step);
    out.evidence = strings(seen.evidence);
    out.advice = strings(seen.advice);
    out.reasons = each_of<Reason>(seen.reasons, reason);
    out.conflicts = each_of<Conflict>(seen.conflicts, conflict);
    out.assumes = each_of<Assumption>(seen.assumes, assumption);
    out.missing = strings(seen.missing);
    out.silent_on = strings(seen.silent_on);
    for (const auto& [part, facts] : seen.hangs_on) out.hangs_on.emplace_back(std::string(part), strings(facts));
    out.support = strings(seen.support);
    out.location = strings(seen.location);
    out.warnings = strings(seen.warnings);
    out.deductions = strings(seen.deductions);
    out.problems = strings(seen.problems);
    return out;
}

ItemVerdict item(const view::ItemVerdict& seen) {
    return {seen.id, from_name<Status>(seen.status), each_of<Entitlement>(seen.entitlements, entitlement), std::string(seen.unserved_want)};
}

Question question(const view::Question& seen) { return {std::string(seen.fact), seen.items, strings(seen.why), seen.bonus}; }

// The other way: the names of enumerators are always there, all else stands in the verdict or in the storage.
class Viewer {
public:
    explicit Viewer(ViewStorage& storage) : storage_(storage) {}

    view::Verdict verdict(const Verdict& of) {
        view::Verdict out;
        out.as_of = of.as_of;
        out.policy = of.policy;
        if (of.checked_on) out.checked_on = storage_.strings.emplace_back(format_date(*of.checked_on));
        out.headline = {of.headline.item, of.headline.entitlement, name_of(of.headline.phase), std::nullopt};
        if (const auto& beside = of.headline.beside) {
            out.headline.beside =
                view::Beside{beside->item, beside->entitlement, {beside->adds.begin(), beside->adds.end()}, beside->ends_first, asked(beside->question)};
        }
        for (const ItemVerdict& one : of.items) {
            auto& item = out.items.emplace_back(view::ItemVerdict{one.id, name_of(one.status), {}, one.unserved_want});
            for (const Entitlement& each : one.entitlements) item.entitlements.push_back(entitlement(each));
        }
        out.next_question = asked(of.next_question);
        for (const Clause& one : of.clauses) out.clauses.push_back({one.id, one.source, one.section, one.says, one.tier, one.link, one.text_of});
        return out;
    }

private:
    Texts texts(const std::vector<std::string>& all) { return storage_.texts.emplace_back(all.begin(), all.end()); }

    static std::optional<view::Question> asked(const std::optional<Question>& of) {
        if (!of) return std::nullopt;
        return view::Question{of->fact, of->items, {of->why.begin(), of->why.end()}, of->bonus};
    }

    view::Conflict conflict(const Conflict& of) {
        auto& readings = storage_.readings.emplace_back();
        for (const Reading& one : of.readings) readings.push_back({one.value, one.why, one.counts, texts(one.clauses)});
        return {of.id, of.slot, readings, texts(of.clauses)};
    }

    static view::Assumption assumption(const Assumption& of) {
        view::Assumption out{of.fact, CannotSay{}, of.range, of.own_guess};
        if (const bool* flag = std::get_if<bool>(&of.value)) out.value = *flag;
        else if (const auto* word = std::get_if<std::string>(&of.value)) out.value = Text(*word);
        return out;
    }

    Texts payers(const std::vector<Payer>& all) {
        auto& names = storage_.texts.emplace_back();
        for (const Payer one : all) names.push_back(name_of(one));
        return names;
    }

    view::Entitlement entitlement(const Entitlement& of) {
        view::Entitlement out;
        out.remedy = of.remedy;
        out.kind = name_of(of.kind);
        out.policy = of.policy;
        out.owed_by = of.owed_by;
        out.status = name_of(of.status);
        if (of.window) out.window = view::WindowLength{of.window->after, name_of(of.window->unit), of.window->safe, of.window->last};
        out.opens = of.opens;
        out.act_by = of.act_by;
        out.wanted = of.wanted;
        out.act_by_unknown = of.act_by_unknown;
        if (of.return_shipping) out.return_shipping = payers(*of.return_shipping);
        out.refund_by = of.refund_by;
        out.refund_basis = name_of(of.refund_basis);
        for (const Step& one : of.steps) {
            out.steps.push_back(
                {one.id, name_of(one.actor), name_of(one.state), one.opens, one.act_by, one.done_on, one.advised_by, one.projected, texts(one.clauses)});
        }
        out.evidence = texts(of.evidence);
        out.advice = texts(of.advice);
        for (const Reason& one : of.reasons) out.reasons.push_back({one.rule, one.slot, name_of(one.held), name_of(one.says), texts(one.clauses)});
        for (const Conflict& one : of.conflicts) out.conflicts.push_back(conflict(one));
        for (const Assumption& one : of.assumes) out.assumes.push_back(assumption(one));
        out.missing = texts(of.missing);
        out.silent_on = texts(of.silent_on);
        for (const auto& [part, facts] : of.hangs_on) out.hangs_on.emplace_back(part, texts(facts));
        out.support = texts(of.support);
        out.location = texts(of.location);
        out.warnings = texts(of.warnings);
        out.deductions = texts(of.deductions);
        out.problems = texts(of.problems);
        return out;
    }

    ViewStorage& storage_;
};

}  // namespace

Verdict owned(const view::Verdict& seen) {
    Verdict out;
    out.as_of = seen.as_of;
    out.policy = seen.policy;
    out.checked_on = parse_date(seen.checked_on);
    out.headline = {seen.headline.item, seen.headline.entitlement, from_name<Phase>(seen.headline.phase), std::nullopt};
    if (const auto& beside = seen.headline.beside) {
        out.headline.beside = Beside{beside->item, beside->entitlement, strings(beside->adds), beside->ends_first, std::nullopt};
        if (beside->question) out.headline.beside->question = question(*beside->question);
    }
    out.items = each_of<ItemVerdict>(seen.items, item);
    if (seen.next_question) out.next_question = question(*seen.next_question);
    out.clauses = each_of<Clause>(seen.clauses, clause);
    return out;
}

view::Verdict view_of(const Verdict& verdict, ViewStorage& storage) { return Viewer(storage).verdict(verdict); }

}  // namespace returnable
