#include "space.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace proof {

using namespace returnable;

namespace {

constexpr std::array reason_names{"changed_mind",     "ordered_wrong_size", "wrong_size_sent", "damaged",      "defective",     "missing_parts",
                                  "not_as_described", "wrong_item",         "counterfeit",     "not_received", "wrong_address", "late",
                                  "seller_cancelled", "returned_to_sender", "held_at_customs"};
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
    bool one_in(int sides) { return below(sides) == 0; }
    template <class T>
    T of(std::initializer_list<T> values) {
        return values.begin()[below(static_cast<int>(values.size()))];
    }
};

using std::chrono::days;

void put(Facts& facts, const char* name, FactValue value) { facts.emplace_back(name, std::move(value)); }

/// One item's facts as they are drawn. Events follow each other and none lies after the day of asking.
class Drawing {
public:
    Drawing(Dice& dice, Facts& facts, Story& story, Date as_of) : dice_(dice), facts_(facts), story_(story), as_of_(as_of) {}

    /// `day`: how many days before the question the event lies from which the window or the waiting counts.
    void draw(const char* category, int day, int stage) {
        const Date event = as_of_ - days{day};
        put(facts_, "reason", story_.reason);
        put(facts_, "category", category);
        arrival(event, stage);
        for (const char* name : {"paid_on_platform", "account_in_good_standing", "unused", "opened", "labels_attached", "original_packaging", "complete",
                                 "evidence", "free_return", "free_label_used", "seller_accepts_change_of_mind", "seller_offers_exchange"})
            maybe(name);
        if (!has_answer_) maybe("seller_agreed");
        if (dice_.below(3)) put(facts_, "payment_method", dice_.of({"card", "bank_transfer", "e_wallet"}));
        if (dice_.below(3)) put(facts_, "protection", dice_.of({"basic", "advanced"}));
        story_.window_stated = dice_.below(2);
        if (story_.window_stated) put(facts_, "seller_return_window", std::int64_t{dice_.of({0, 7, 14, 15, 16, 29, 30, 31, 60})});
        if (dice_.one_in(8)) put(facts_, "extension_until", event + days{dice_.of({10, 15, 20, 30, 45})});
        if (dice_.one_in(8)) put(facts_, "protection_ends_on", dice_.of({event + days{10}, event + days{30}, as_of_ - days{1}, as_of_, as_of_ + days{1}}));
        if (dice_.one_in(3)) {
            put(facts_, "price", std::int64_t{dice_.of({100, 2000})});
            put(facts_, "return_shipping_cost", std::int64_t{dice_.of({99, 100, 101, 2001})});
        }
        if (!wants_ && dice_.one_in(3)) put(facts_, "wants", dice_.of({"refund", "replacement", "exchange", "partial_refund"}));
        if (dice_.one_in(4)) put(facts_, "transit_days", std::int64_t{dice_.of({0, 1, 7, 40, 90})});
        bank();
    }

private:
    /// Absent, yes, no or "cannot say".
    void maybe(const char* name) {
        switch (dice_.below(6)) {
            case 0: return put(facts_, name, true);
            case 1: return put(facts_, name, false);
            case 2: return put(facts_, name, CannotSay{});
            default: return;
        }
    }

    void arrival(Date event, int stage) {
        const Date shipped = event - days{dice_.of({0, 3, 12, 40})};
        const std::string& reason = story_.reason;
        last_ = event;
        if (reason == "not_received") return never_came(event, stage);
        if (reason == "returned_to_sender" || reason == "held_at_customs" || (reason == "late" && dice_.below(2))) {  // not in the buyer's hands
            put(facts_, "shipped_on", event);
            if (dice_.below(2) || reason == "late") put(facts_, "promised_by", event + days{dice_.of({5, 30, 59, 60, 61, 80})});
            return;
        }
        if (reason == "seller_cancelled") {
            if (dice_.below(4)) put(facts_, "seller_cancelled_on", event);
            return;
        }
        if (reason == "wrong_address") return put(facts_, "delivered_on", event);
        if (dice_.below(2)) put(facts_, "ordered_on", shipped - days{1});
        if (dice_.below(2)) put(facts_, "shipped_on", shipped);
        const int which = dice_.below(8);
        if (which) put(facts_, which < 5 ? "received_on" : "delivered_on", event);
        if (which == 7) put(facts_, "received_on", last_ = std::min(as_of_, event + days{2}));
        if (which) progress(stage);
    }

    void never_came(Date event, int stage) {
        if (dice_.one_in(10)) {  // not sent yet, as far as anybody knows
            put(facts_, "ordered_on", event);
            put(facts_, "wants", "cancellation");
            wants_ = true;
            if (dice_.below(2)) event_after({0, 1, 5}, "cancel_requested_on");
            return;
        }
        put(facts_, "shipped_on", event);  // the day counts from shipping here
        if (dice_.below(2)) put(facts_, "promised_by", event + days{dice_.of({5, 30, 59, 60, 61, 80})});
        if (dice_.one_in(5)) event_after({0, 10, 30}, "delivered_on");
        else if (dice_.one_in(8)) event_after({10, 30}, "confirmed_receipt_on");
        if (stage && event_after({12, 13, 15, 59, 60}, "dispute_opened_on")) dispute(false);
    }

    /// The event, some days after the one before it; false where that would be after the day of asking.
    bool event_after(std::initializer_list<int> gaps, const char* name) {
        const Date day = last_ + days{dice_.of(gaps)};
        if (day > as_of_) return false;
        put(facts_, name, last_ = day);
        return story_.acted = true;  // an approval too: the pack counts it as acting
    }

    /// What became of a dispute: a reply, an offer, the platform, a decision. True where the goods are to go back.
    bool dispute(bool may_go_back) {
        if (dice_.below(2) && event_after({0, 1, 5, 14, 15, 16}, "seller_replied_on")) {
            has_answer_ = true;
            if (dice_.below(2)) {
                const bool agreed = dice_.below(2);
                put(facts_, "seller_agreed", agreed);
                if (agreed) return may_go_back;
            } else if (dice_.below(2)) {
                const std::string offer = dice_.of({"refund_after_return", "partial_refund", "replacement", "store_credit"});
                put(facts_, "offer", offer);
                if (dice_.below(2)) put(facts_, "offer_amount", std::int64_t{dice_.of({50, 99})});
                if (dice_.below(2)) return false;
                return event_after({0, 1, 5}, "offer_accepted_on") && may_go_back && offer == "refund_after_return";
            }
        }
        if (dice_.below(2)) (void)event_after({0, 1, 16, 40}, "escalated_on");
        if (dice_.below(2) || !event_after({0, 1, 10, 40}, "dispute_decided_on")) return false;
        const std::string outcome = dice_.of({"refund", may_go_back ? "return_and_refund" : "refund", "partial_refund", "refused", "withdrawn"});
        if (dice_.below(6)) put(facts_, "dispute_outcome", outcome);
        return outcome == "return_and_refund";
    }

    /// Dispute, approval, posting and so on, each some days after the one before and none after the day of asking.
    void progress(int stage) {
        static constexpr std::array events{"return_approved_on", "returned_on",      "return_received_on",
                                           "return_accepted_on", "refund_issued_on", "refund_received_on"};
        const std::initializer_list<int> gaps{0, 1, 5, 9, 10, 11, 15, 16};
        if (!stage) return;
        if (dice_.one_in(6)) {  // by request; or straight to the posting, where nobody had agreed
            if (dice_.below(3) && !event_after(gaps, "return_requested_on")) return;
        } else {
            if (!event_after(gaps, "dispute_opened_on")) return;
            if (dice_.below(2)) put(facts_, "return_requested_on", last_);
            if (dice_.one_in(3) && !dispute(true)) return;
        }
        story_.stage = 1;
        for (std::size_t i = 0; story_.stage < stage; ++i) {
            const bool left_out = dice_.one_in(12);  // a stage that the buyer does not mention
            if (left_out) ++story_.stage;
            else if (!event_after(gaps, events[i])) break;
            else ++story_.stage;
        }
        if (story_.stage < 3) return;
        maybe("return_tracked");
        if (story_.stage == 3 && dice_.one_in(4)) put(facts_, "return_lost", dice_.below(4) != 0);
    }

    void bank() {
        if (!dice_.one_in(10) || last_ > as_of_) return;
        if (!event_after({0, 5, 20}, "chargeback_filed_on") || dice_.below(2)) return;
        if (!event_after({0, 1, 8}, "chargeback_decided_on")) return;
        if (dice_.below(4)) put(facts_, "chargeback_outcome", dice_.of({"won", "lost"}));
    }

    Dice& dice_;
    Facts& facts_;
    Story& story_;
    const Date as_of_;
    Date last_{};              // of the events given
    bool has_answer_ = false;  // the seller's, so that it is not drawn again
    bool wants_ = false;
};

std::string facts_json(const Facts& facts) {
    std::string text = "{";
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& [name, value] = facts[i];
        text += (i ? ",\"" : "\"") + name + "\":";
        if (const auto* yes = std::get_if<bool>(&value)) text += *yes ? "true" : "false";
        else if (const auto* number = std::get_if<std::int64_t>(&value)) text += std::to_string(*number);
        else if (const auto* day = std::get_if<Date>(&value)) text += '"' + format_date(*day) + '"';
        else if (const auto* word = std::get_if<std::string>(&value)) text += '"' + *word + '"';
        else text += "null";
    }
    return text + "}";
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
    Story first;
    first.reason = reason_names[static_cast<std::size_t>(digit(reasons))];
    const auto category = category_names[static_cast<std::size_t>(digit(categories))];
    const int stage = digit(stages);
    Dice dice{seed ^ (index * 0x9e3779b97f4a7c15u)};

    Order order;
    Case& asked = order.asked;
    asked.as_of = Date{std::chrono::year{2019} / 1 / 1} + days{dice.below(4000) + day};
    asked.currency = "EUR";
    put(asked.facts, "marketplace", "aliexpress");
    if (dice.below(2)) put(asked.facts, "country", dice.of({"FR", "US", "JP"}));
    const int items = dice.one_in(10) ? dice.of({2, 2, 3}) : 1;
    order.items.push_back(first);
    if (items == 1) {
        Drawing(dice, asked.facts, order.items[0], asked.as_of).draw(category, day, stage);
        return order;
    }
    const bool shares_label = dice.below(2);
    for (int i = 0; i < items; ++i) {
        if (i) order.items.push_back({reason_names[static_cast<std::size_t>(dice.below(reasons))], 0, false, false});
        Item& item = asked.items.emplace_back();
        item.id = std::string(1, static_cast<char>('a' + i));
        Drawing drawing(dice, item.facts, order.items.back(), asked.as_of);
        if (i) drawing.draw(category_names[static_cast<std::size_t>(dice.below(categories))], dice.below(day_count), dice.below(stages));
        else drawing.draw(category, day, stage);
        // One free label for all of them: a fact of the order.
        if (shares_label) std::erase_if(item.facts, [](const auto& fact) { return fact.first == "free_return" || fact.first == "free_label_used"; });
    }
    if (shares_label) put(asked.facts, "free_return", true);
    return order;
}

std::string to_json(const Case& asked) {
    std::string text = "{\"as_of\":\"" + format_date(asked.as_of) + "\",\"currency\":\"" + asked.currency + "\",\"facts\":" + facts_json(asked.facts);
    for (std::size_t i = 0; i < asked.items.size(); ++i)
        text += (i ? ",{\"id\":\"" : ",\"items\":[{\"id\":\"") + asked.items[i].id + "\",\"facts\":" + facts_json(asked.items[i].facts) + "}";
    return text + (asked.items.empty() ? "}" : "]}");
}

}  // namespace proof
