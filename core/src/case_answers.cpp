#include "case_answers.h"

#include <algorithm>

#include "pack/pack.h"
#include "returnable/json.h"
#include "writing/json_writer.h"

namespace returnable {
namespace {

constexpr int longest_sweep = 3660;

void write_day(JsonWriter& out, Date day, const std::vector<QuickItem>& items) {
    out.open('{');
    out.pair("as_of", std::optional<Date>(day));
    out.key("items");
    out.open('[');
    for (const QuickItem& item : items) {
        out.open('{');
        out.pair("id", item.id);
        out.pair("status", item.status);
        out.key("return_shipping");
        if (item.return_shipping) out.value(*item.return_shipping);
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

std::string verdict_text(const Library& library, const Verdict& verdict, Numbered numbered) {
    std::string text = write_verdict(verdict);
    if (numbered == Numbered::no) return text;
    const auto& packs = library.editions();
    const auto pack = std::find_if(packs.begin(), packs.end(), [&](const auto& one) { return one == verdict.keeps; });
    text.back() = ',';
    return text + "\"edition\":" + std::to_string(pack - packs.begin()) + "}";
}

void check_days(const std::optional<Date>& first, const std::optional<Date>& last, std::vector<Error>& errors) {
    constexpr const char* unreadable = "Write a day that exists as YYYY-MM-DD, from 1970-01-01 to 2199-12-31.";
    if (!first) errors.push_back({"bad_date", "/from", unreadable});
    if (!last) errors.push_back({"bad_date", "/to", unreadable});
    if (!first || !last) return;
    if (*last < *first) errors.push_back({"out_of_order", "/to", "This day is before \"from\"."});
    if ((*last - *first).count() >= longest_sweep) errors.push_back({"too_many", "/to", "A sweep covers at most 3660 days."});
}

}  // namespace

std::string check_text(const Library& library, const Result<Case>& order, Numbered numbered) {
    if (!order) return errors_json(order.errors);
    const auto verdict = check(library, *order.value);
    return verdict ? verdict_text(library, *verdict.value, numbered) : errors_json(verdict.errors);
}

std::string compare_text(const Library& library, const Result<Case>& order, Numbered numbered) {
    if (!order) return errors_json(order.errors);
    const auto verdicts = compare(library, *order.value);
    if (!verdicts) return errors_json(verdicts.errors);
    JsonWriter out;
    out.open('{');
    for (const auto& [id, verdict] : *verdicts.value) {
        out.key(id);
        out.raw(verdict_text(library, verdict, numbered));
    }
    out.close('}');
    return out.finish();
}

std::string quick_text(const Library& library, const Result<Case>& order) {
    if (!order) return errors_json(order.errors);
    const auto items = quick_check(library, *order.value);
    if (!items) return errors_json(items.errors);
    JsonWriter out;
    write_day(out, order.value->as_of, *items.value);
    return out.finish();
}

std::string sweep_text(const Library& library, const Result<Case>& order, std::string_view from, std::string_view to) {
    if (!order) return errors_json(order.errors);
    const auto first = parse_date(from), last = parse_date(to);
    std::vector<Error> errors;
    check_days(first, last, errors);
    if (!errors.empty()) return errors_json(errors);
    Case asked = *order.value;
    JsonWriter out;
    out.open('[');
    for (Date day = *first; day <= *last; day += std::chrono::days{1}) {
        asked.as_of = day;
        const auto items = quick_check(library, asked);
        if (items) write_day(out, day, *items.value);
        else write_day_with_faults(out, day, items.errors);
    }
    out.close(']');
    return out.finish();
}

}  // namespace returnable
