// Any bytes as a Case put together in C++, with what no text can hold: days outside the calendar, facts given twice, any
// bytes as names. Never a crash, the same twice, and by every question the same faults.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "returnable/json.h"

using namespace returnable;

namespace {

class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

    bool empty() const { return left_ == 0; }
    std::uint8_t next() { return left_ == 0 ? std::uint8_t{0} : (--left_, *data_++); }
    std::int64_t number() {
        std::uint64_t value = 0;  // of up to 8 bytes: all numbers, negative ones too
        for (int i = next() % 9; i > 0; --i) value = value * 256 + next();
        return static_cast<std::int64_t>(value);
    }
    std::string text() {
        std::string out;
        for (int i = next() % 16; i > 0; --i) out += static_cast<char>(next());
        return out;
    }

private:
    const std::uint8_t* data_;
    std::size_t left_;
};

constexpr const char* names[] = {"marketplace", "country", "reason", "category", "received_on", "ordered_on", "delivered_on", "dispute_opened_on",
                                 "returned_on", "opened", "unused", "price", "seller_return_window", "wants", "offer", "refund_received_on",
                                 "return_requested_on", "payment_method", "seller_is_trader", "withdrawn_on"};
constexpr const char* words[] = {"aliexpress", "temu", "wish", "dhgate", "FR", "US", "BR", "damaged", "changed_mind", "general", "custom_made", "refund",
                                 "partial_refund", "card", "2026-05-04", "2026-13-40"};

// Mostly within the calendar, or nothing else would ever be looked at.
Date day(Bytes& bytes) {
    const std::uint8_t first = bytes.next();
    if (first == 0) return Date{std::chrono::days{static_cast<std::int32_t>(bytes.number())}};
    return Date{std::chrono::days{20'400 + first + 4 * bytes.next()}};
}

Facts facts(Bytes& bytes) {
    Facts out;
    for (int i = bytes.next() % 12; i > 0; --i) {
        const std::uint8_t name = bytes.next();
        FactValue value = CannotSay{};
        switch (bytes.next() % 6) {
            case 0: break;
            case 1: value = bytes.next() % 2 == 1; break;
            case 2: value = bytes.number(); break;
            case 3: value = day(bytes); break;
            case 4: value = bytes.text(); break;
            default: value = std::string(words[bytes.next() % std::size(words)]);
        }
        out.emplace_back(name == 255 ? bytes.text() : names[name % std::size(names)], std::move(value));
    }
    return out;
}

Case order_of(Bytes& bytes) {
    Case order;
    order.as_of = day(bytes);
    if (bytes.next() % 4 == 0) order.currency = bytes.next() % 2 ? "EUR" : bytes.text();
    if (bytes.next() % 8) order.facts = {{"marketplace", std::string(words[bytes.next() % 4])}};
    for (auto& fact : facts(bytes)) order.facts.push_back(std::move(fact));
    for (int i = bytes.next() % 5; i > 0; --i) {
        std::string id = std::to_string(i);
        if (bytes.next() % 8 == 0) id = bytes.text();
        order.items.push_back({std::move(id), facts(bytes)});
    }
    return order;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Library library = builtin_library();
    Bytes bytes(data, size);
    const Case order = order_of(bytes);
    const auto verdict = check(library, order);
    const auto again = check(library, order);
    const auto quick = quick_check(library, order);
    assert(verdict.errors == again.errors && verdict.errors == quick.errors);
    if (!verdict) {
        assert(!verdict.errors.empty());
        for (const Error& error : verdict.errors) assert(!error.code.empty() && !error.message.empty());
        return 0;
    }
    assert(order.as_of >= first_date && order.as_of <= last_date);
    assert(write_verdict(*verdict) == write_verdict(*again));
    assert(verdict->items.size() == quick->size());
    for (std::size_t i = 0; i < quick->size(); ++i) assert(verdict->items[i].status == (*quick)[i].status && verdict->items[i].id == (*quick)[i].id);
    if (size % 8 == 0) (void)compare(library, order);
    // Whatever stands in a verdict is written.
    Verdict changed = *verdict;
    changed.as_of = day(bytes);
    for (ItemVerdict& item : changed.items) item.id = bytes.text();
    changed.policy = bytes.text();
    assert(!write_verdict(changed).empty());
    return 0;
}
