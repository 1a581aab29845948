#include "returnable/json.h"

#include <algorithm>

#include "engine_view.h"
#include "json_fragments.h"
#include "library_access.h"
#include "pack/pack.h"
#include "reading/read_case.h"
#include "verdict/fragments.h"
#include "writing/json_writer.h"
#include "writing/verdict_json.h"

namespace returnable {
namespace {

constexpr int longest_sweep = 3660;

void write_fact(JsonWriter& out, const FactSpec& spec, const FactUse& use) {
    out.key(spec.id);
    out.open('{');
    static constexpr const char* kinds[] = {"yes_no", "choice", "number", "date", "word"};
    out.pair("kind", std::string_view(kinds[static_cast<std::size_t>(spec.kind)]));
    if (spec.kind == FactKind::choice && spec.values.size() <= 64) out.pair("values", spec.values);
    if (!spec.prompt.empty()) out.pair("prompt", spec.prompt);
    if (!use.hint.empty()) out.pair("hint", use.hint);
    if (use.range) {
        out.key("range");
        out.open('[');
        out.value(use.range->first);
        out.value(use.range->second);
        out.close(']');
    }
    out.close('}');
}

void write_pack(JsonWriter& out, const Pack& pack) {
    out.open('{');
    out.pair("id", pack.id);
    out.pair("name", pack.name);
    out.pair("checked_on", pack.checked_on);
    if (!pack.governs.empty()) out.pair("governs", pack.governs);
    out.key("effective");
    out.open('{');
    out.pair("from", pack.from);
    out.pair("to", pack.to);
    out.close('}');
    out.key("remedies");
    out.open('[');
    for (const RemedySpec& remedy : pack.remedies) out.value(std::string_view(remedy.id));
    out.close(']');
    out.key("facts");
    out.open('{');
    for (std::size_t i = 0; i < pack.facts.size(); ++i) write_fact(out, pack.facts[i], pack.uses[i]);
    out.close('}');
    out.key("sources");
    out.open('[');
    for (const SourceSpec& source : pack.sources) {
        out.open('{');
        out.pair("id", source.id);
        out.pair("title", source.title);
        out.pair("kind", source.kind);
        out.pair("tier", source.tier);
        out.key("date");
        if (source.date.empty()) out.null();
        else out.value(std::string_view(source.date));
        if (!source.link.empty()) out.pair("link", source.link);
        if (!source.text_of.empty()) out.pair("text_of", source.text_of);
        out.close('}');
    }
    out.close(']');
    out.close('}');
}

void write_day(JsonWriter& out, Date day, const std::vector<QuickItem>& items) {
    out.open('{');
    out.pair("as_of", std::optional<Date>(day));
    out.key("items");
    out.open('[');
    for (const QuickItem& item : items) {
        out.open('{');
        out.pair("id", item.id);
        out.pair("status", std::string_view(name_of(item.status)));
        out.key("return_shipping");
        if (item.return_shipping) {
            out.open('[');
            for (const Payer payer : *item.return_shipping) out.value(std::string_view(name_of(payer)));
            out.close(']');
        } else {
            out.null();
        }
        out.key("beside_status");
        if (item.beside_status) out.value(std::string_view(name_of(*item.beside_status)));
        else out.null();
        out.close('}');
    }
    out.close(']');
    out.close('}');
}

void write_day_with_faults(JsonWriter& out, Date day, const std::vector<Error>& errors) {
    out.open('{');
    out.pair("as_of", std::optional<Date>(day));
    const std::string faults = errors_json(errors);  // {"errors":[…]}; its members go into this object
    out.raw(std::string_view(faults).substr(1, faults.size() - 2));
    out.close('}');
}

// Where the text has faults, `faults_of` finds those of the rest.
template <class FaultsOf>
Result<Case> read_or_all_faults(const Library& library, std::string_view json, FaultsOf faults_of) {
    CaseText text = read_case_text(json);
    if (text.errors.empty()) return std::move(text.order);
    if (text.has_facts) add_faults(text.errors, faults_of(library, text.order));
    return std::move(text.errors);
}

void write_raw_list(JsonWriter& out, const std::vector<std::string>& parts) {
    out.open('[');
    for (const std::string& part : parts) out.raw(part);
    out.close(']');
}

}  // namespace

Result<Case> read_case(const Library& library, std::string_view json) { return read_or_all_faults(library, json, faults_of_check); }

std::string check_json(const Library& library, std::string_view case_json) {
    const auto order = read_case(library, case_json);
    if (!order) return errors_json(order.errors);
    const auto verdict = check_view(library, *order);
    return verdict ? write_view(*verdict) : errors_json(verdict.errors);
}

std::string check_by_place_json(const Library& library, std::string_view case_json) {
    const auto order = read_case(library, case_json);
    if (!order) return errors_json(order.errors);
    const auto verdict = check_view(library, *order);
    if (!verdict) return errors_json(verdict.errors);
    const auto& packs = loaded_packs(library);
    const auto pack = std::find_if(packs.begin(), packs.end(), [&](const auto& one) { return one == verdict.value->keeps; });
    return write_by_place(*verdict.value, static_cast<std::size_t>(pack - packs.begin()));
}

std::string parts_json(const Library& library, std::size_t pack) {
    static const Pack::Written none;
    const Pack::Written& written = pack < loaded_packs(library).size() ? loaded_packs(library)[pack]->written : none;
    JsonWriter out;
    out.open('{');
    out.key("clauses");
    out.open('[');
    for (const std::string& clause : written.clauses) {
        out.open('{');
        out.raw(clause);
        out.close('}');
    }
    out.close(']');
    out.key("conflicts");
    write_raw_list(out, written.conflicts);
    out.key("reasons");
    write_raw_list(out, written.reasons);
    out.key("assumptions");
    write_raw_list(out, written.assumptions);
    out.close('}');
    return out.finish();
}

std::string check_all_json(const Library& library, std::span<const std::string_view> cases) {
    JsonWriter out(128 * cases.size() + 1024);
    out.open('[');
    for (const std::string_view one : cases) {
        const auto order = read_case(library, one);
        const auto items = order ? quick_check(library, *order.value) : order.errors;
        if (items) write_day(out, order.value->as_of, *items.value);
        else out.raw(errors_json(items.errors));
    }
    out.close(']');
    return out.finish();
}

std::string compare_json(const Library& library, std::string_view case_json) {
    const auto order = read_or_all_faults(library, case_json, faults_of_compare);
    if (!order) return errors_json(order.errors);
    const auto verdicts = compare_view(library, *order);
    if (!verdicts) return errors_json(verdicts.errors);
    JsonWriter out;
    out.open('{');
    for (const auto& [id, verdict] : *verdicts) {
        out.key(id);
        out.raw(write_view(verdict));
    }
    out.close('}');
    return out.finish();
}

std::string sweep_json(const Library& library, std::string_view case_json, std::string_view from, std::string_view to) {
    auto order = read_case(library, case_json);
    if (!order) return errors_json(order.errors);
    const auto first = parse_date(from), last = parse_date(to);
    std::vector<Error> errors;
    if (!first) errors.push_back({"bad_date", "/from", "Write a day that exists as YYYY-MM-DD, from 1970-01-01 to 2199-12-31."});
    if (!last) errors.push_back({"bad_date", "/to", "Write a day that exists as YYYY-MM-DD, from 1970-01-01 to 2199-12-31."});
    if (first && last && *last < *first) errors.push_back({"out_of_order", "/to", "This day is before \"from\"."});
    if (first && last && (*last - *first).count() >= longest_sweep) errors.push_back({"too_many", "/to", "A sweep covers at most 3660 days."});
    if (!errors.empty()) return errors_json(errors);
    JsonWriter out;
    out.open('[');
    for (Date day = *first; day <= *last; day += std::chrono::days{1}) {
        order.value->as_of = day;
        const auto items = quick_check(library, *order.value);
        if (items) write_day(out, day, *items.value);
        else write_day_with_faults(out, day, items.errors);
    }
    out.close(']');
    return out.finish();
}

std::string add_pack_json(Library& library, std::string_view pack_json) {
    const auto errors = library.add_pack(pack_json);
    if (!errors.empty()) return errors_json(errors);
    const Pack& pack = *loaded_packs(library).back();
    JsonWriter out;
    out.open('{');
    out.pair("id", pack.id);
    out.pair("name", pack.name);
    out.close('}');
    return out.finish();
}

std::string packs_json(const Library& library) {
    JsonWriter out;
    out.open('[');
    for (const auto& pack : loaded_packs(library)) write_pack(out, *pack);
    out.close(']');
    return out.finish();
}

}  // namespace returnable
