#include "space.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace proof {

using namespace returnable;

namespace {

constexpr std::array reason_names{"changed_mind", "ordered_wrong_size", "wrong_size_sent", "damaged",       "defective", "missing_parts",   "not_as_described",
                                  "wrong_item",   "counterfeit",        "not_received",    "wrong_address", "late",      "seller_cancelled"};
constexpr std::array category_names{"general", "apparel", "electronics", "perishable", "personal_care", "custom_made", "intimate_apparel"};
static_assert(reason_names.size() == reasons && category_names.size() == categories);

/// splitmix64: small, and the same everywhere.
struct Dice {
    std::uint64_t state;
    std::uint64_t next() {
        std::uint64_t z = (state += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    int below(int sides) { return static_cast<int>(next() % static_cast<std::uint64_t>(sides)); }
    template <class T>
    T of(std::initializer_list<T> values) {
        return values.begin()[below(static_cast<int>(values.size()))];
    }
};

using std::chrono::days;

void put(Facts& facts, const char* name, FactValue value) { facts.emplace_back(name, std::move(value)); }

/// Absent, yes, no or "cannot say".
void maybe(Dice& dice, Facts& facts, const char* name) {
    switch (dice.below(6)) {
        case 0: return put(facts, name, true);
        case 1: return put(facts, name, false);
        case 2: return put(facts, name, CannotSay{});
        default: return;
    }
}

/// Dispute, approval, posting and so on, each some days after the one before and none after the day of asking.
int walk(Dice& dice, Facts& facts, Date from, Date as_of, int stage) {
    static constexpr std::array events{"dispute_opened_on",  "return_approved_on", "returned_on",
                                       "return_received_on", "return_accepted_on", "refund_issued_on"};
    Date day = from;
    int reached = 0;
    for (; reached < stage; ++reached) {
        day += days{dice.of({0, 1, 5, 9, 10, 11, 15, 16})};
        if (day > as_of) break;
        put(facts, events[static_cast<std::size_t>(reached)], day);
        if (reached == 0 && dice.below(2)) put(facts, "return_requested_on", day);
    }
    return reached;
}

}  // namespace

Order order_at(std::uint64_t index, std::uint64_t seed) {
    std::uint64_t rest = index % grid;
    const auto digit = [&rest](std::uint64_t size) {
        const auto value = static_cast<int>(rest % size);
        rest /= size;
        return value;
    };
    const int day = digit(day_count);
    Order order;
    order.reason = reason_names[static_cast<std::size_t>(digit(reasons))];
    const auto category = category_names[static_cast<std::size_t>(digit(categories))];
    const int stage = digit(stages);
    Dice dice{seed ^ (index * 0x9e3779b97f4a7c15u)};

    const Date event = Date{std::chrono::year{2019} / 1 / 1} + days{dice.below(4000)};
    const Date as_of = event + days{day};
    Facts& facts = order.asked.facts;
    order.asked.as_of = as_of;
    order.asked.currency = "EUR";
    put(facts, "marketplace", "aliexpress");
    put(facts, "reason", order.reason);
    put(facts, "category", category);
    const Date shipped = event - days{dice.of({0, 3, 12, 40})};
    if (order.reason == "not_received") {
        put(facts, "shipped_on", event);  // the day counts from shipping here
        if (dice.below(2)) put(facts, "promised_by", event + days{dice.of({5, 30, 59, 60, 61, 80})});
    } else if (order.reason == "seller_cancelled") {
        if (dice.below(4)) put(facts, "seller_cancelled_on", event);
    } else if (order.reason == "wrong_address") {
        put(facts, "delivered_on", event);
    } else {
        if (dice.below(2)) put(facts, "ordered_on", shipped - days{1});
        if (dice.below(2)) put(facts, "shipped_on", shipped);
        const int which = dice.below(8);
        if (which) put(facts, which < 5 ? "received_on" : "delivered_on", event);
        const Date in_hand = which == 7 ? std::min(as_of, event + days{2}) : event;
        if (which == 7) put(facts, "received_on", in_hand);
        if (which) order.stage = walk(dice, facts, in_hand, as_of, stage);
    }
    for (const char* name : {"paid_on_platform", "account_in_good_standing", "unused", "opened", "labels_attached", "original_packaging", "complete",
                             "evidence", "free_return", "free_label_used", "seller_agreed", "seller_accepts_change_of_mind", "seller_offers_exchange"})
        maybe(dice, facts, name);
    if (dice.below(3)) put(facts, "payment_method", dice.of({"card", "bank_transfer", "e_wallet"}));
    if (dice.below(3)) put(facts, "protection", dice.of({"basic", "advanced"}));
    if (dice.below(2)) put(facts, "country", dice.of({"FR", "US", "JP"}));
    order.window_stated = dice.below(2);
    if (order.window_stated) put(facts, "seller_return_window", std::int64_t{dice.of({0, 7, 14, 15, 16, 29, 30, 31, 60})});
    if (dice.below(8) == 0) put(facts, "extension_until", event + days{dice.of({10, 15, 20, 30, 45})});
    if (dice.below(3) == 0) {
        put(facts, "price", std::int64_t{dice.of({100, 2000})});
        put(facts, "return_shipping_cost", std::int64_t{dice.of({99, 100, 101, 2001})});
    }
    if (dice.below(3) == 0) put(facts, "wants", dice.of({"refund", "replacement", "exchange"}));
    if (dice.below(4) == 0) put(facts, "transit_days", std::int64_t{dice.of({0, 1, 7, 40, 90})});
    return order;
}

std::string to_json(const Case& asked) {
    std::string text = "{\"as_of\":\"" + format_date(asked.as_of) + "\",\"currency\":\"" + asked.currency + "\",\"facts\":{";
    for (std::size_t i = 0; i < asked.facts.size(); ++i) {
        const auto& [name, value] = asked.facts[i];
        text += (i ? ",\"" : "\"") + name + "\":";
        if (const auto* yes = std::get_if<bool>(&value)) text += *yes ? "true" : "false";
        else if (const auto* number = std::get_if<std::int64_t>(&value)) text += std::to_string(*number);
        else if (const auto* day = std::get_if<Date>(&value)) text += '"' + format_date(*day) + '"';
        else if (const auto* word = std::get_if<std::string>(&value)) text += '"' + *word + '"';
        else text += "null";
    }
    return text + "}}";
}

}  // namespace proof
