#include "returnable/json.h"
#include "write_json.h"

namespace returnable {
namespace {

void write_range(JsonWriter& out, std::string_view name, const std::optional<DateRange>& range, const char* first, const char* last) {
    out.key(name);
    if (!range) {
        out.null();
        return;
    }
    out.open('{');
    out.pair(first, range->first);
    out.pair(last, range->last);
    out.close('}');
}

void write_value(JsonWriter& out, const std::variant<CannotSay, bool, Text>& value) {
    if (const bool* flag = std::get_if<bool>(&value)) out.value(*flag);
    else if (const Text* word = std::get_if<Text>(&value)) out.value(*word);
    else out.null();
}

void write_step(JsonWriter& out, const Step& step) {
    out.open('{');
    out.pair("id", step.id);
    out.pair("actor", step.actor);
    out.pair("state", step.state);
    write_range(out, "opens", step.opens, "earliest", "sure");
    std::optional<DateRange> act_by;
    if (step.act_by.first || step.act_by.last) act_by = step.act_by;
    write_range(out, "act_by", act_by, "safe", "last");
    if (step.done_on) out.pair("done_on", step.done_on);
    if (step.advised_by) out.pair("advised_by", step.advised_by);
    out.pair("projected", step.projected);
    out.pair("clauses", step.clauses);
    out.close('}');
}

void write_conflict(JsonWriter& out, const Conflict& conflict) {
    out.open('{');
    out.pair("id", conflict.id);
    out.pair("slot", conflict.slot);
    out.key("readings");
    out.open('[');
    for (const Reading& reading : conflict.readings) {
        out.open('{');
        out.pair("value", reading.value);
        out.pair("counts", reading.counts);
        if (!reading.why.empty()) out.pair("why", reading.why);
        out.pair("clauses", reading.clauses);
        out.close('}');
    }
    out.close(']');
    if (!conflict.clauses.empty()) out.pair("clauses", conflict.clauses);
    out.close('}');
}

void write_assumption(JsonWriter& out, const Assumption& assumption) {
    out.open('{');
    out.pair("fact", assumption.fact);
    out.key("value");
    if (assumption.range) {
        out.open('{');
        out.pair("min", assumption.range->first);
        out.pair("max", assumption.range->second);
        out.close('}');
    } else {
        write_value(out, assumption.value);
    }
    if (assumption.ours) out.pair("basis", Text("assumption"));
    out.close('}');
}

void write_window(JsonWriter& out, const std::optional<WindowLength>& window) {
    out.key("window");
    if (!window) {
        out.null();
        return;
    }
    out.open('{');
    out.pair("after", window->after);
    out.pair("safe", window->safe);
    out.pair("last", window->last);
    out.pair("unit", window->unit);
    out.close('}');
}

void write_refund(JsonWriter& out, const Entitlement& e) {
    out.key("refund_by");
    if (!e.refund_by) {
        out.null();
        return;
    }
    out.open('{');
    out.pair("earliest", e.refund_by->first);
    out.pair("latest", e.refund_by->last);
    out.pair("basis", e.refund_basis);
    out.close('}');
}

void write_reason(JsonWriter& out, const Reason& reason) {
    out.open('{');
    out.pair("rule", reason.rule);
    out.pair("slot", reason.slot);
    out.pair("held", reason.held);
    if (!reason.says.empty()) out.pair("says", reason.says);
    out.pair("clauses", reason.clauses);
    out.close('}');
}

template <class Things, class F>
void write_list(JsonWriter& out, std::string_view name, const Things& things, F write) {
    out.key(name);
    out.open('[');
    for (const auto& thing : things) write(out, thing);
    out.close(']');
}

void write_entitlement(JsonWriter& out, const Entitlement& e) {
    out.open('{');
    out.pair("remedy", e.remedy);
    out.pair("kind", e.kind);
    out.pair("policy", e.policy);
    out.pair("status", e.status);
    write_window(out, e.window);
    write_range(out, "opens", e.opens, "earliest", "sure");
    write_range(out, "act_by", e.act_by, "safe", "last");
    if (e.act_by_unknown) out.pair("act_by_unknown", true);
    out.key("return_shipping");
    if (e.return_shipping) out.value(*e.return_shipping);
    else out.null();
    write_refund(out, e);
    write_list(out, "steps", e.steps, write_step);
    out.pair("evidence", e.evidence);
    out.pair("advice", e.advice);
    write_list(out, "reasons", e.reasons, write_reason);
    write_list(out, "conflicts", e.conflicts, write_conflict);
    write_list(out, "assumes", e.assumes, write_assumption);
    out.pair("missing", e.missing);
    out.pair("silent_on", e.silent_on);
    if (!e.hangs_on.empty()) {
        out.key("hangs_on");
        out.open('{');
        for (const auto& [part, facts] : e.hangs_on) out.pair(part, facts);
        out.close('}');
    }
    if (!e.support.empty()) out.pair("support", e.support);
    if (!e.location.empty()) out.pair("location", e.location);
    if (!e.problems.empty()) out.pair("problems", e.problems);
    out.close('}');
}

void write_item(JsonWriter& out, const ItemVerdict& item) {
    out.open('{');
    out.pair("id", item.id);
    out.pair("status", item.status);
    write_list(out, "entitlements", item.entitlements, write_entitlement);
    out.close('}');
}

void write_headline(JsonWriter& out, const Headline& headline) {
    out.key("headline");
    out.open('{');
    out.pair("item", headline.item);
    out.key("entitlement");
    if (headline.entitlement) out.value(static_cast<std::int64_t>(*headline.entitlement));
    else out.null();
    out.pair("phase", headline.phase);
    out.close('}');
}

void write_question(JsonWriter& out, const std::optional<Question>& question) {
    out.key("next_question");
    if (!question) {
        out.null();
        return;
    }
    out.open('{');
    out.pair("fact", question->fact);
    out.pair("items", question->items);
    out.pair("why", question->why);
    if (question->bonus) out.pair("bonus", true);
    out.close('}');
}

}  // namespace

std::string write_verdict(const Verdict& verdict) {
    JsonWriter out;
    out.text.reserve(8192);
    out.open('{');
    out.pair("as_of", std::optional<Date>(verdict.as_of));
    out.pair("policy", verdict.policy);
    out.pair("checked_on", verdict.checked_on);
    write_headline(out, verdict.headline);
    write_list(out, "items", verdict.items, write_item);
    write_question(out, verdict.next_question);
    out.key("clauses");
    out.open('{');
    for (const Clause& clause : verdict.clauses) {
        out.key(clause.id);
        out.open('{');
        out.pair("source", clause.source);
        out.pair("section", clause.section);
        out.pair("says", clause.says);
        out.close('}');
    }
    out.close('}');
    out.close('}');
    return std::move(out.text);
}

}  // namespace returnable
