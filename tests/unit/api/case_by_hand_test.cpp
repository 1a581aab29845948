// The C++ door: cases that no JSON was read for. A day may come as a day, and every value may be of the wrong type.
#include "invented_shop.h"

namespace returnable::test {
namespace {

Date day(const char* iso) { return *parse_date(iso); }

Case case_of(Facts facts, const char* as_of = "2026-03-20") {
    Case order;
    order.as_of = day(as_of);
    order.facts = std::move(facts);
    return order;
}

Facts plain() { return {{"marketplace", std::string("blue_kettle")}, {"reason", std::string("damaged")}, {"received_on", day("2026-03-10")}}; }

Library kettle(const std::vector<json>& packs) {
    Library shops;
    for (const json& pack : packs) {
        const auto errors = shops.add_pack(pack.dump());
        EXPECT_TRUE(errors.empty()) << errors_text(errors);
    }
    return shops;
}

json kettle_pack() { return json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json")); }

std::string faults(const Case& order, const Library& shops) {
    std::string out;
    for (const Error& error : check(shops, order).errors) out += (out.empty() ? "" : ", ") + error.code + " " + error.path;
    return out;
}

TEST(CaseByHand, ADayIsADayWrittenOrNot) {
    const Library shops = kettle({kettle_pack()});
    Case order = case_of(plain());
    ASSERT_EQ(faults(order, shops), "");
    const std::string by_day = write_verdict(*check(shops, order).value);
    order.facts[2].second = std::string("2026-03-10");
    EXPECT_EQ(write_verdict(*check(shops, order).value), by_day);
    order.facts[2].second = day("2026-03-21");
    EXPECT_EQ(faults(order, shops), "after_as_of /facts/received_on");
    for (const Date outside : {first_date - std::chrono::days{1}, last_date + std::chrono::days{1}}) {
        order.facts[2].second = outside;
        EXPECT_EQ(faults(order, shops), "bad_date /facts/received_on");
    }
    order.facts[2].second = first_date;
    EXPECT_EQ(faults(order, shops), "");
}

TEST(CaseByHand, TheDayOfTheQuestionLiesInTheCalendar) {
    const Library shops = kettle({kettle_pack()});
    Case order = case_of({{"marketplace", std::string("blue_kettle")}, {"reason", std::string("damaged")}});
    for (const Date edge : {first_date, last_date}) {
        order.as_of = edge;
        EXPECT_EQ(faults(order, shops), "") << format_date(edge);
    }
    for (const Date outside : {first_date - std::chrono::days{1}, last_date + std::chrono::days{1}}) {
        order.as_of = outside;
        EXPECT_EQ(faults(order, shops), "bad_date /as_of");
    }
}

TEST(CaseByHand, EveryFaultIsNamedWhereverItIs) {
    const Library shops = kettle({kettle_pack()});
    EXPECT_EQ(faults(case_of({{"reason", std::string("damaged")}}), shops), "missing /facts/marketplace");
    EXPECT_EQ(faults(case_of({{"marketplace", true}}), shops), "missing /facts/marketplace, wrong_type /facts/marketplace");
    EXPECT_EQ(faults(case_of({{"marketplace", std::string("blue_kettl")}}), shops), "bad_value /facts/marketplace");
    Facts facts = plain();
    facts.emplace_back("received_on", day("2026-03-11"));
    EXPECT_EQ(faults(case_of(facts), shops), "duplicate_key /facts/received_on");
    Case order = case_of(plain());
    for (const char* code : {"EUR", "AAA", "ZZZ"}) {
        order.currency = code;
        EXPECT_EQ(faults(order, shops), "") << code;
    }
    for (const char* code : {"EU", "EURO", "eUR", "EUr", "@UR", "EU["}) {
        order.currency = code;
        EXPECT_EQ(faults(order, shops), "bad_value /currency") << code;
    }
    order.currency = "";
    order.items = {{"kettle", {}}, {"kettle", {{"marketplace", std::string("blue_kettle")}}}, {"", {}}, {std::string(64, 'k'), {}}, {std::string(65, 'k'), {}}};
    EXPECT_EQ(faults(order, shops), "duplicate_id /items/1/id, bad_value /items/1/facts/marketplace, bad_value /items/2/id, bad_value /items/4/id");
}

// The edition that was in force when it was ordered, however the day is given; without it, on the day of the question.
TEST(CaseByHand, TheEditionIsThatOfTheDayOfTheOrder) {
    json before = kettle_pack(), now = kettle_pack();
    before["effective"] = {{"from", "2020-01-01"}, {"to", "2026-02-28"}};
    before["checked_on"] = "2026-01-01";
    now["effective"] = {{"from", "2026-03-01"}};
    now["checked_on"] = "2026-03-01";
    const Library shops = kettle({before, now});
    const auto edition = [&](FactValue ordered_on) {
        Facts facts = plain();
        facts.emplace_back("ordered_on", std::move(ordered_on));
        const auto verdict = check(shops, case_of(facts));
        return verdict ? format_date(*verdict->checked_on) : verdict.errors[0].code;
    };
    EXPECT_EQ(edition(day("2026-02-28")), "2026-01-01");
    EXPECT_EQ(edition(std::string("2026-02-28")), "2026-01-01");
    EXPECT_EQ(edition(day("2026-03-01")), "2026-03-01");
    EXPECT_EQ(edition(std::string("2026-03-01")), "2026-03-01");
    EXPECT_EQ(edition(CannotSay{}), "2026-03-01") << "the day of the question";
    EXPECT_EQ(edition(true), "wrong_type");
    EXPECT_EQ(edition(std::string("long ago")), "bad_date");
    const auto at_first = check(shops, case_of({{"marketplace", std::string("blue_kettle")}, {"reason", std::string("damaged")}}, "2020-01-01"));
    ASSERT_TRUE(at_first);
    EXPECT_EQ(at_first->checked_on, day("2026-01-01"));
    const auto never = check(shops, case_of({{"marketplace", std::string("blue_kettle")}, {"reason", std::string("damaged")}}, "2019-12-31"));
    ASSERT_TRUE(never);
    EXPECT_EQ(never->items[0].status, Status::not_covered);
    EXPECT_TRUE(never->items[0].entitlements.empty());
    EXPECT_EQ(never->headline.phase, Phase::start);
    EXPECT_EQ(never->checked_on, std::nullopt);
    EXPECT_TRUE(json::parse(write_verdict(*never))["checked_on"].is_null()) << "nothing was checked: not an empty day";
    const auto quick = quick_check(shops, case_of({{"marketplace", std::string("blue_kettle")}, {"reason", std::string("damaged")}}, "2019-12-31"));
    ASSERT_TRUE(quick);
    EXPECT_EQ((*quick)[0].status, Status::not_covered);
}

// Two editions of one id may touch, not overlap; and a pack of another id is nobody's edition.
TEST(CaseByHand, EditionsMayTouchAndNotOverlap) {
    json before = kettle_pack(), now = kettle_pack();
    const auto added = [&](const json& from, const json& to) {
        Library shops = kettle({before});
        now["effective"] = json::object();
        if (!from.is_null()) now["effective"]["from"] = from;
        if (!to.is_null()) now["effective"]["to"] = to;
        const auto errors = shops.add_pack(now.dump());
        return errors.empty() ? "added" : errors[0].code;
    };
    before["effective"] = {{"from", "2025-06-01"}, {"to", "2025-12-31"}};
    EXPECT_EQ(added("2026-01-01", nullptr), "added");
    EXPECT_EQ(added("2025-12-31", nullptr), "overlap");
    EXPECT_EQ(added(nullptr, "2025-05-31"), "added");
    EXPECT_EQ(added(nullptr, "2025-06-01"), "overlap");
    EXPECT_EQ(added("2025-08-01", "2025-08-02"), "overlap");
    EXPECT_EQ(added(nullptr, nullptr), "overlap");
    now["id"] = "red_kettle";
    EXPECT_EQ(added(nullptr, nullptr), "added");
}

// Each item by itself, the order's facts where it has none of its own, and the headline where most can be had.
TEST(CaseByHand, AnItemsFactsShadowTheOrders) {
    const Library shops = kettle({kettle_pack()});
    Case order = case_of(plain());
    order.items = {{"old", {{"received_on", day("2026-01-10")}}}, {"new", {}}, {"mine", {{"reason", std::string("changed_mind")}, {"kettle_club", false}}}};
    const auto verdict = check(shops, order);
    ASSERT_TRUE(verdict) << errors_text(verdict.errors);
    const auto& items = verdict.value->items;
    ASSERT_EQ(items.size(), 3u);
    EXPECT_EQ(items[0].status, Status::expired);
    EXPECT_EQ(items[1].status, Status::allowed);
    EXPECT_EQ(items[2].status, Status::refused);
    EXPECT_EQ(verdict.value->headline.item, "new");
    order.items = {{"later", {}}, {"sooner", {{"received_on", day("2026-03-01")}}}};
    EXPECT_EQ(check(shops, order).value->headline.item, "sooner") << "of equals, the one that closes first";
    order.items = {{"one", {}}, {"two", {}}};
    EXPECT_EQ(check(shops, order).value->headline.item, "one");
}

}  // namespace
}  // namespace returnable::test
