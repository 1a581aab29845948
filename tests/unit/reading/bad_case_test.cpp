// Bad cases: every fault named with its code and place, and the next check answers as if nothing had been.
#include "library_access.h"
#include "pack/pack.h"
#include "support.h"

namespace returnable::test {
namespace {

struct Bad {
    const char* what;
    std::string text, code, path;
};

const std::string good = R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress","reason":"damaged","received_on":"2026-05-04"}})";

std::string with(const std::string& fact, const std::string& value) {
    return R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress","reason":"damaged",")" + fact + "\":" + value + "}}";
}

std::string many_items(std::size_t count) {
    json order = json::parse(good);
    for (std::size_t i = 0; i < count; ++i) order["items"].push_back({{"id", "i" + std::to_string(i)}, {"facts", json::object()}});
    return order.dump();
}

std::string many_numbers(std::size_t count) {
    std::string list = "[0";
    for (std::size_t i = 1; i < count; ++i) list += ",0";
    return list + "]";
}

std::string many_keys() {
    json order = json::parse(good);
    for (int i = 0; i < 65; ++i) order["facts"]["f" + std::to_string(i)] = 1;
    return order.dump();
}

std::vector<Bad> bad_cases() {
    return {
        {"half an object", "{", "bad_json", ""},
        {"nothing", "", "bad_json", ""},
        {"a trailing comma", R"({"as_of":"2026-05-10",})", "bad_json", ""},
        {"two documents", good + good, "bad_json", ""},
        {"a list", "[]", "wrong_type", ""},
        {"null", "null", "wrong_type", ""},
        {"no day", R"({"facts":{"marketplace":"aliexpress"}})", "missing", "/as_of"},
        {"no facts", R"({"as_of":"2026-05-10"})", "missing", "/facts"},
        {"no marketplace", R"({"as_of":"2026-05-10","facts":{}})", "missing", "/facts/marketplace"},
        {"an unknown marketplace", R"({"as_of":"2026-05-10","facts":{"marketplace":"alexpress"}})", "bad_value", "/facts/marketplace"},
        {"a day that does not exist", R"({"as_of":"2026-02-30","facts":{"marketplace":"aliexpress"}})", "bad_date", "/as_of"},
        {"as_of as a number", R"({"as_of":20260510,"facts":{"marketplace":"aliexpress"}})", "wrong_type", "/as_of"},
        {"a day before 1970", with("received_on", "\"1969-12-31\""), "bad_date", "/facts/received_on"},
        {"a day after 2199", with("promised_by", "\"2200-01-01\""), "bad_date", "/facts/promised_by"},
        {"30 February", with("received_on", "\"2026-02-30\""), "bad_date", "/facts/received_on"},
        {"an event after the day of the question", with("received_on", "\"2026-05-11\""), "after_as_of", "/facts/received_on"},
        {"received before shipped", with("received_on", "\"2026-05-04\",\"shipped_on\":\"2026-05-05\""), "out_of_order", "/facts/received_on"},
        {"ordered after received", with("received_on", "\"2026-05-04\",\"ordered_on\":\"2026-05-05\""), "out_of_order", "/facts/received_on"},
        {"replied before disputed", with("dispute_opened_on", "\"2026-05-08\",\"seller_replied_on\":\"2026-05-07\""), "out_of_order",
         "/facts/seller_replied_on"},
        {"never came, yet received", R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress","reason":"not_received","received_on":"2026-05-04"}})",
         "contradiction", "/facts/received_on"},
        {"an unknown fact", with("opend", "true"), "unknown_key", "/facts/opend"},
        {"an unknown key", R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress"},"extra":1})", "unknown_key", "/extra"},
        {"a word for a yes or no", with("opened", "\"yes\""), "wrong_type", "/facts/opened"},
        {"a number for a word", with("category", "3"), "wrong_type", "/facts/category"},
        {"a word for a number", with("price", "\"12\""), "wrong_type", "/facts/price"},
        {"a number for a day", with("received_on", "12"), "wrong_type", "/facts/received_on"},
        {"a value that is not in the list", with("category", "\"shoes\""), "bad_value", "/facts/category"},
        {"a country by its common name", with("country", "\"UK\""), "bad_value", "/facts/country"},
        {"a number out of its range", with("seller_return_window", "366"), "out_of_range", "/facts/seller_return_window"},
        {"a negative number", with("price", "-1"), "out_of_range", "/facts/price"},
        {"a broken number", with("price", "1.5"), "wrong_type", "/facts/price"},
        {"a number of 20 digits", with("price", "99999999999999999999"), "wrong_type", "/facts/price"},
        {"1e400", with("price", "1e400"), "out_of_range", "/facts"},
        {"an object for a fact", with("opened", "{}"), "wrong_type", "/facts/opened"},
        {"a lower-case currency", R"({"as_of":"2026-05-10","currency":"eur","facts":{"marketplace":"aliexpress"}})", "bad_value", "/currency"},
        {"no items in a list of items", R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress"},"items":[]})", "bad_value", "/items"},
        {"two items of one name", R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress"},"items":[{"id":"a"},{"id":"a"}]})", "duplicate_id",
         "/items/1/id"},
        {"an item without a name", R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress"},"items":[{"facts":{}}]})", "missing", "/items/0/id"},
        {"a marketplace of one item", R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress"},"items":[{"id":"a","facts":{"marketplace":"temu"}}]})",
         "bad_value", "/items/0/facts/marketplace"},
        {"facts in a list", R"({"as_of":"2026-05-10","facts":["aliexpress"]})", "wrong_type", "/facts"},
        {"60,000 numbers", with("opened", many_numbers(60'000)), "too_many", "/facts/opened"},
        {"1,001 items", many_items(1001), "too_many", "/items"},
        {"65 facts", many_keys(), "too_many", "/facts"},
        {"100,000 brackets", std::string(100'000, '['), "too_deep", "/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0"},
        {"100,000 braces",
         [] {
             std::string s;
             for (int i = 0; i < 100'000; ++i) s += "{\"a\":";
             return s.substr(0, 200'000);
         }(),
         "too_deep", "/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a"},
        {"a key given twice", R"({"as_of":"2026-05-10","as_of":"2026-05-11","facts":{"marketplace":"aliexpress"}})", "duplicate_key", "/as_of"},
        {"a fact given twice", with("opened", "true,\"opened\":false"), "duplicate_key", "/facts/opened"},
        {"a byte-order mark", "\xEF\xBB\xBF" + good, "byte_order_mark", ""},
        {"bytes that are not UTF-8", with("category", "\"\xFF\xFE\""), "bad_json", "/facts"},
        {"a lone surrogate", with("category", "\"\\ud800\""), "bad_json", "/facts"},
        {"a NUL in a text", with("category", "\"a\\u0000b\""), "bad_text", "/facts/category"},
        {"a key with a slash", with("a/b~c", "1"), "unknown_key", "/facts/a~1b~0c"},
        {"300 KB", std::string(300'000, ' '), "too_large", ""},
    };
}

TEST(BadCase, EachFaultHasItsCodeAndPlace) {
    const std::string before = check_json(library(), good);
    ASSERT_EQ(before.find("errors"), std::string::npos) << before;
    for (const Bad& bad : bad_cases()) {
        const json answer = json::parse(check_json(library(), bad.text));
        ASSERT_TRUE(answer.contains("errors")) << bad.what;
        bool found = false;
        for (const json& error : answer["errors"]) {
            EXPECT_FALSE(error.at("message").get<std::string>().empty()) << bad.what;
            found = found || (error.at("code") == bad.code && error.at("path") == bad.path);
        }
        EXPECT_TRUE(found) << bad.what << ": " << answer.dump();
        EXPECT_EQ(check_json(library(), good), before) << "after " << bad.what;
    }
}

TEST(BadCase, OneFaultIsToldOnce) {
    const auto faults = [](const std::string& text) {
        const json answer = json::parse(check_json(library(), text));
        std::string out;
        if (!answer.contains("errors")) return out;
        for (const json& e : answer["errors"]) out += e["code"].get<std::string>() + " " + e["path"].get<std::string>() + "; ";
        return out;
    };
    const std::string start = R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress"},)";
    EXPECT_EQ(faults(with("price", "1.5")), "wrong_type /facts/price; ");
    EXPECT_EQ(faults(with("price", "[1]")), "wrong_type /facts/price; ");
    EXPECT_EQ(faults(start + R"("items":[5]})"), "wrong_type /items/0; ");
    EXPECT_EQ(faults(start + R"("items":[{"id":"a","facts":5}]})"), "wrong_type /items/0/facts; ");
    EXPECT_EQ(faults(start + R"("items":[]})"), "bad_value /items; ");
    EXPECT_EQ(faults(start + R"("currency":""})"), "bad_value /currency; ");
    EXPECT_EQ(faults(start + R"("currency":"EURO"})"), "bad_value /currency; ");
    EXPECT_EQ(faults(start + R"("currency":"EUR"})"), "");
    EXPECT_EQ(faults("[1"), "bad_json ; ");
    EXPECT_EQ(faults("7"), "wrong_type ; ");
}

TEST(BadCase, EveryFaultIsReportedNotOnlyTheFirst) {
    const json answer = json::parse(check_json(library(), with("opend", "true,\"received_on\":\"2026-02-30\",\"price\":-1,\"category\":7")));
    EXPECT_EQ(answer["errors"].size(), 4u) << answer.dump();
}

// What is wrong with the order is found for each item and said once; what is wrong with an item is said of that item.
TEST(BadCase, EachFaultOfDaysIsSaidOnce) {
    const auto faults = [](const std::string& facts, const std::string& items) {
        const json answer =
            json::parse(check_json(library(), R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress")" + facts + R"(},"items":)" + items + "}"));
        std::string out;
        if (!answer.contains("errors")) return out;
        for (const json& e : answer["errors"]) out += e["code"].get<std::string>() + " " + e["path"].get<std::string>() + "; ";
        return out;
    };
    const std::string three = R"([{"id":"a"},{"id":"b"},{"id":"c"}])";
    EXPECT_EQ(faults(R"(,"shipped_on":"2026-05-04","received_on":"2026-05-03")", three), "out_of_order /facts/received_on; ");
    EXPECT_EQ(faults(R"(,"ordered_on":"2026-05-04","shipped_on":"2026-05-05","received_on":"2026-05-03")", three),
              "out_of_order /facts/received_on; out_of_order /facts/received_on; ")
        << "before the one and before the other";
    EXPECT_EQ(faults(R"(,"shipped_on":"2026-05-04")", R"([{"id":"a"},{"id":"b","facts":{"received_on":"2026-05-03"}}])"),
              "out_of_order /items/1/facts/received_on; ");
    EXPECT_EQ(faults(R"(,"reason":"not_received")", R"([{"id":"a","facts":{"received_on":"2026-05-03"}},{"id":"b"}])"),
              "contradiction /items/0/facts/received_on; ");
    EXPECT_EQ(faults(R"(,"shipped_on":"2026-05-04")", R"([{"id":"a"},{"id":"b","facts":{"received_on":"2026-05-04"}}])"), "");
}

TEST(BadCase, AtTheLimitIsAllowed) { EXPECT_EQ(json::parse(check_json(library(), many_items(1000)))["items"].size(), 1000u); }

TEST(BadCase, AWrongNameBringsTheRightOne) {
    EXPECT_NE(check_json(library(), with("opend", "true")).find("opened"), std::string::npos);
    EXPECT_NE(check_json(library(), with("category", "\"electronic\"")).find("electronics"), std::string::npos);
    const auto shop = [](const std::string& name) {
        return json::parse(check_json(library(), R"({"as_of":"2026-05-10","facts":{"marketplace":")" + name + "\"}}"))["errors"][0]["message"];
    };
    EXPECT_EQ(shop("alexpress"), "No such pack is loaded. Did you mean \"aliexpress\"?");
    std::string shops;  // in the order of their names
    for (const PackSummary& pack : library().packs()) {
        if (pack.governs.empty() && shops.find(pack.id) == std::string::npos) shops += (shops.empty() ? "" : ", ") + pack.id;
    }
    EXPECT_EQ(shop("nothing-like-it"), "Name a loaded pack: " + shops + ".");
}

TEST(BadCase, ACaseGivenAsAStructIsCheckedAsWell) {
    Case order;
    order.as_of = *parse_date("2026-05-10");
    order.facts = {
        {"marketplace", std::string("aliexpress")}, {"received_on", last_date + std::chrono::days{1}}, {"opened", std::int64_t{1}}, {"opened", true}};
    const auto verdict = check(library(), order);
    ASSERT_FALSE(verdict);
    EXPECT_EQ(verdict.errors.size(), 3u);
}

TEST(BadCase, TheLimitsHoldForAStructAsForText) {
    Case order;
    order.as_of = *parse_date("2026-05-10");
    order.facts = {{"marketplace", std::string("aliexpress")}};
    const auto fault_of = [&](const Case& one) {
        const auto verdict = check(library(), one);
        return verdict ? "none" : verdict.errors.at(0).code + " " + verdict.errors.at(0).path;
    };
    Case late = order, many = order, unnamed = order, long_name = order;
    late.as_of = last_date + std::chrono::days{1};
    many.items.resize(1001);
    unnamed.items.resize(1);
    long_name.items.push_back({std::string(65, 'x'), {}});
    EXPECT_EQ(fault_of(order), "none");
    EXPECT_EQ(fault_of(late), "bad_date /as_of");
    EXPECT_EQ(fault_of(many), "too_many /items");
    EXPECT_EQ(fault_of(unnamed), "bad_value /items/0/id");
    EXPECT_EQ(fault_of(long_name), "bad_value /items/0/id");
}

TEST(BadCase, TheLastDayAndTheLastNumberAreAllowed) {
    Case order;
    order.as_of = *parse_date("2026-05-10");
    const auto fault_of = [&](const std::string& fact, FactValue value) {
        order.facts = {{"marketplace", std::string("aliexpress")}, {fact, std::move(value)}};
        const auto verdict = check(library(), order);
        return verdict ? "none" : verdict.errors.at(0).code + " " + verdict.errors.at(0).path;
    };
    EXPECT_EQ(fault_of("extension_until", last_date), "none");
    EXPECT_EQ(fault_of("extension_until", last_date + std::chrono::days{1}), "bad_date /facts/extension_until");
    EXPECT_EQ(fault_of("shipped_on", first_date), "none");
    EXPECT_EQ(fault_of("shipped_on", first_date - std::chrono::days{1}), "bad_date /facts/shipped_on");
    for (const FactSpec& spec : loaded_packs(library()).at(0)->facts) {
        if (spec.kind != FactKind::number) continue;
        EXPECT_EQ(fault_of(spec.id, spec.least), "none") << spec.id;
        EXPECT_EQ(fault_of(spec.id, spec.most), "none") << spec.id;
        EXPECT_EQ(fault_of(spec.id, spec.least - 1), "out_of_range /facts/" + spec.id);
        EXPECT_EQ(fault_of(spec.id, spec.most + 1), "out_of_range /facts/" + spec.id);
    }
}

TEST(BadCase, AnIdIsTakenByAnyItemBeforeIt) {
    const auto places = [](const char* items) {
        json order = json::parse(good);
        order["items"] = json::array();
        for (const char* id = items; *id; ++id) order["items"].push_back({{"id", std::string(1, *id)}});
        std::string out;
        const json answer = check_case(order);
        if (!answer.contains("errors")) return out;
        for (const json& e : answer["errors"]) out += e["path"].get<std::string>() + " ";
        return out;
    };
    EXPECT_EQ(places("abc"), "");
    EXPECT_EQ(places("aba"), "/items/2/id ");
    EXPECT_EQ(places("abb"), "/items/2/id ");
    EXPECT_EQ(places("abab"), "/items/2/id /items/3/id ");
}

}  // namespace
}  // namespace returnable::test
