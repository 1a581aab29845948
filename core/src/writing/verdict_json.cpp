#include "writing/verdict_json.h"

#include <algorithm>

#include "returnable/json.h"
#include "verdict/fragments.h"
#include "verdict/verdict_convert.h"
#include "writing/json_writer.h"

namespace returnable {
namespace {

void write_part(JsonWriter& out, const view::Conflict& conflict) {
    out.open('{');
    out.pair("id", conflict.id);
    out.pair("slot", conflict.slot);
    out.key("readings");
    out.open('[');
    for (const view::Reading& reading : conflict.readings) {
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

void write_part(JsonWriter& out, const view::Reason& reason) {
    out.open('{');
    out.pair("rule", reason.rule);
    out.pair("slot", reason.slot);
    out.pair("held", reason.held);
    if (!reason.says.empty()) out.pair("says", reason.says);
    out.pair("clauses", reason.clauses);
    out.close('}');
}

void write_value(JsonWriter& out, const std::variant<CannotSay, bool, Text>& value) {
    if (const bool* flag = std::get_if<bool>(&value)) out.value(*flag);
    else if (const Text* word = std::get_if<Text>(&value)) out.value(*word);
    else out.null();
}

void write_part(JsonWriter& out, const view::Assumption& assumption) {
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

// As a member of the verdict's clauses.
void write_part(JsonWriter& out, const view::Clause& clause) {
    out.key(clause.id);
    out.open('{');
    out.pair("source", clause.source);
    out.pair("section", clause.section);
    out.pair("says", clause.says);
    if (!clause.tier.empty()) out.pair("tier", clause.tier);
    if (!clause.link.empty()) out.pair("link", clause.link);
    if (!clause.text_of.empty()) out.pair("text_of", clause.text_of);
    out.close('}');
}

// Parts that the pack has written already are copied.
class Writer : public JsonWriter {
public:
    explicit Writer(const view::Verdict& verdict) : JsonWriter(64 * 1024) {
        if (const auto* pack = static_cast<const Pack*>(verdict.keeps.get())) written_ = &pack->written;
    }

    template <class Part>
    void parts(const std::vector<Part>& all, std::vector<std::string> Pack::Written::*where) {
        open('[');
        for (const Part& part : all) this->part(part, where);
        close(']');
    }
    template <class Part>
    void part(const Part& part, std::vector<std::string> Pack::Written::*where) {
        if (written_ && part.place < (written_->*where).size()) raw((written_->*where)[part.place]);
        else write_part(*this, part);
    }

private:
    const Pack::Written* written_ = nullptr;
};

template <std::size_t n, std::size_t f, std::size_t l>
void write_range(Writer& out, const char (&name)[n], const std::optional<DateRange>& range, const char (&first)[f], const char (&last)[l]) {
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

void write_step(Writer& out, const view::Step& step) {
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

void write_window(Writer& out, const std::optional<view::WindowLength>& window) {
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

void write_refund(Writer& out, const view::Entitlement& e) {
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

template <std::size_t size, class Things, class F>
void write_list(Writer& out, const char (&name)[size], const Things& things, F write) {
    out.key(name);
    out.open('[');
    for (const auto& thing : things) write(out, thing);
    out.close(']');
}

void write_entitlement(Writer& out, const view::Entitlement& e) {
    out.open('{');
    out.pair("remedy", e.remedy);
    out.pair("kind", e.kind);
    out.pair("policy", e.policy);
    if (!e.owed_by.empty()) out.pair("owed_by", e.owed_by);
    out.pair("status", e.status);
    write_window(out, e.window);
    write_range(out, "opens", e.opens, "earliest", "sure");
    write_range(out, "act_by", e.act_by, "safe", "last");
    if (e.wanted) out.pair("wanted", true);
    if (e.act_by_unknown) out.pair("act_by_unknown", true);
    out.key("return_shipping");
    if (e.return_shipping) out.value(*e.return_shipping);
    else out.null();
    write_refund(out, e);
    write_list(out, "steps", e.steps, write_step);
    out.pair("evidence", e.evidence);
    out.pair("advice", e.advice);
    out.key("reasons");
    out.parts(e.reasons, &Pack::Written::reasons);
    out.key("conflicts");
    out.parts(e.conflicts, &Pack::Written::conflicts);
    out.key("assumes");
    out.parts(e.assumes, &Pack::Written::assumptions);
    out.pair("missing", e.missing);
    out.pair("silent_on", e.silent_on);
    if (!e.hangs_on.empty()) {
        out.key("hangs_on");
        out.open('{');
        for (const auto& [part, facts] : e.hangs_on) {
            out.key(part);
            out.value(facts);
        }
        out.close('}');
    }
    if (!e.support.empty()) out.pair("support", e.support);
    if (!e.location.empty()) out.pair("location", e.location);
    if (!e.warnings.empty()) out.pair("warnings", e.warnings);
    if (!e.deductions.empty()) out.pair("deductions", e.deductions);
    if (!e.problems.empty()) out.pair("problems", e.problems);
    out.close('}');
}

void write_item(Writer& out, const view::ItemVerdict& item) {
    out.open('{');
    out.pair("id", item.id);
    out.pair("status", item.status);
    if (!item.unserved_want.empty()) out.pair("unserved_want", item.unserved_want);
    write_list(out, "entitlements", item.entitlements, write_entitlement);
    out.close('}');
}

void write_beside(Writer& out, const std::optional<view::Beside>& beside) {
    out.key("beside");
    if (!beside) {
        out.null();
        return;
    }
    out.open('{');
    out.pair("item", beside->item);
    out.pair("entitlement", static_cast<std::int64_t>(beside->entitlement));
    out.pair("adds", beside->adds);
    out.pair("ends_first", beside->ends_first);
    out.key("question");
    if (beside->question) {
        out.open('{');
        out.pair("fact", beside->question->fact);
        out.pair("why", beside->question->why);
        out.close('}');
    } else {
        out.null();
    }
    out.close('}');
}

void write_headline(Writer& out, const view::Headline& headline) {
    out.key("headline");
    out.open('{');
    out.pair("item", headline.item);
    out.key("entitlement");
    if (headline.entitlement) out.value(static_cast<std::int64_t>(*headline.entitlement));
    else out.null();
    out.pair("phase", headline.phase);
    write_beside(out, headline.beside);
    out.close('}');
}

void write_question(Writer& out, const std::optional<view::Question>& question) {
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

template <class Part>
std::string written(const Part& part) {
    JsonWriter out;
    write_part(out, part);
    return out.finish();
}

}  // namespace

std::string write_view(const view::Verdict& verdict) {
    Writer out(verdict);
    out.open('{');
    out.pair("as_of", std::optional<Date>(verdict.as_of));
    out.pair("policy", verdict.policy);
    out.key("checked_on");
    if (verdict.checked_on.empty()) out.null();
    else out.value(verdict.checked_on);
    write_headline(out, verdict.headline);
    write_list(out, "items", verdict.items, write_item);
    write_question(out, verdict.next_question);
    out.key("clauses");
    out.open('{');
    for (const view::Clause& clause : verdict.clauses) out.part(clause, &Pack::Written::clauses);
    out.close('}');
    out.close('}');
    return out.finish();
}

void write_parts(Pack& pack) {
    auto& [clauses, conflicts, reasons, assumptions] = pack.written;
    for (const view::Clause& clause : pack.parts.clauses) clauses.push_back(written(clause));
    for (const view::Conflict& conflict : pack.parts.conflicts) conflicts.push_back(written(conflict));
    for (const view::Reason& reason : pack.parts.reasons) reasons.push_back(written(reason));
    for (const view::Assumption& assumption : pack.parts.assumptions) assumptions.push_back(written(assumption));
}

std::string write_verdict(const Verdict& verdict) {
    ViewStorage storage;
    return write_view(view_of(verdict, storage));
}

}  // namespace returnable
