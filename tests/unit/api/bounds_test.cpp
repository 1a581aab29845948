// Each limit, and one past it. Work is counted, never timed: what is asked with exactly as much as it takes is answered, and
// with a step less is refused, in words and with its place.
#include "engine_view.h"
#include "invented_shop.h"
#include "reading/pack_symbols.h"
#include "support.h"
#include "writing/verdict_json.h"

namespace returnable::test {
namespace {

constexpr std::int64_t plenty = INT64_MAX;

std::string faults(const std::vector<Error>& errors) {
    std::string out;
    for (const Error& e : errors) out += e.code + " " + e.path + ";";
    return out;
}

std::string faults_of(const json& pack) { return faults(Library().validate(pack.dump())); }

Case order_of(std::size_t items, const Facts& facts, const char* marketplace = "aliexpress") {
    Case order;
    order.as_of = *parse_date("2026-05-10");
    order.facts = {{"marketplace", std::string(marketplace)}};
    for (std::size_t i = 0; i < items; ++i) order.items.push_back({"i" + std::to_string(i), facts});
    return order;
}

// Asked with so much, and with one less of either.
template <class Ask>
void expect_exact_limit(Ask ask, const std::string& place) {
    Work much(plenty, plenty);
    const auto whole = ask(much);
    ASSERT_TRUE(whole);
    const std::int64_t steps = plenty - much.steps_left(), room = plenty - much.room_left();
    ASSERT_GT(steps, 0);
    Work enough(steps, room), too_few(steps - 1, room);
    EXPECT_TRUE(ask(enough));
    EXPECT_EQ(enough.steps_left(), 0);
    const auto refused = ask(too_few);
    ASSERT_FALSE(refused);
    EXPECT_EQ(faults(refused.errors), "too_many " + place + ";");
    EXPECT_EQ(refused.errors[0].message, "This takes more work than one question may. Ask for fewer items at once, or give more facts.");
    if (room == 0) return;
    Work too_narrow(steps, room - 1);
    EXPECT_FALSE(ask(too_narrow));
}

TEST(Bounds, TheWorkOfACaseIsCountedToTheStep) {
    for (const std::size_t items : {std::size_t{0}, std::size_t{3}}) {
        Case order = order_of(items, {});
        order.facts.emplace_back("country", std::string("DE"));
        const std::string place = items == 0 ? "" : "/items";
        expect_exact_limit([&](Work& work) { return check_view(library(), order, work); }, place);
        expect_exact_limit([&](Work& work) { return check_with(library(), order, "temu", work); }, place);
        expect_exact_limit([&](Work& work) { return quick_check(library(), order, work); }, place);
    }
}

TEST(Bounds, WithExactlyEnoughWorkTheAnswerIsTheSame) {
    const Case order = order_of(2, {{"reason", std::string("damaged")}});
    Work much(plenty);
    const std::string whole = write_view(*check_view(library(), order, much));
    Work enough(plenty - much.steps_left());
    EXPECT_EQ(write_view(*check_view(library(), order, enough)), whole);
    EXPECT_EQ(check_json(library(), R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress"},"items":[
        {"id":"i0","facts":{"reason":"damaged"}},{"id":"i1","facts":{"reason":"damaged"}}]})"), whole);
}

// Every sheet is far from the limit; see tests/unit/api/sheets_test.cpp for what they expect.
TEST(Bounds, AThousandItemsWithReasonsAndTwentyOfWhichNothingIsKnownAreBelowTheLimit) {
    Work known(plenty, plenty), unknown(plenty, plenty);
    EXPECT_TRUE(check_view(library(), order_of(100, {{"reason", std::string("damaged")}, {"category", std::string("general")}}), known));
    EXPECT_TRUE(check_view(library(), order_of(2, {}), unknown));
    EXPECT_LT(10 * (plenty - known.steps_left()), most_steps_of_a_case / 2);
    EXPECT_LT(10 * (plenty - known.room_left()), most_room_of_a_case);
    EXPECT_LT(10 * (plenty - unknown.steps_left()), most_steps_of_a_case / 2);
    EXPECT_LT(10 * (plenty - unknown.room_left()), most_room_of_a_case / 3);
}

// Thirty points of two readings each, all in one slot: 2 to the 30th worlds of one completion.
TEST(Bounds, ReadingsThatMultiplyAreRefusedByEveryDoor) {
    json pack = shop();
    pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
    pack["rules"].push_back(rule("condition", {{"slot", "condition"}, {"says", "yes"}}));
    for (int i = 0; i < 30; ++i) {
        const std::string id = "M" + std::to_string(i);
        pack["conflicts"][id] = {{"slot", "condition"}, {"says", "?"}, {"readings", json::array()}};
        for (const char* reading : {"a", "b"}) pack["conflicts"][id]["readings"].push_back({{"id", reading}, {"value", reading}, {"clauses", "R1"}});
        pack["rules"].push_back(rule("reads-" + id, {{"slot", "condition"}, {"reading", {{id, "a"}}}, {"says", "yes"}}));
    }
    Library shops;
    ASSERT_EQ(errors_text(shops.add_pack(pack.dump())), "");
    const Case order = order_of(0, {{}}, "blue_kettle");
    Work little(1'000'000);
    EXPECT_EQ(faults(check_view(shops, order, little).errors), "too_many ;");
    EXPECT_EQ(faults(check(shops, order).errors), "too_many ;");
    Work some(1'000'000);
    EXPECT_EQ(faults(quick_check(shops, order, some).errors), "too_many ;");
}

TEST(Bounds, ASweepAnswersFortyThousandTimes) {
    Library shops;
    ASSERT_EQ(errors_text(shops.add_pack(shop().dump())), "");
    json order = {{"as_of", "2026-01-01"}, {"facts", {{"marketplace", "blue_kettle"}}}};
    for (int i = 0; i < 40; ++i) order["items"].push_back({{"id", std::to_string(i)}});
    EXPECT_EQ(json::parse(sweep_json(shops, order.dump(), "2026-01-01", "2028-09-26")).size(), 1000u);
    const json over = json::parse(sweep_json(shops, order.dump(), "2026-01-01", "2028-09-27"));
    EXPECT_EQ(over["errors"][0]["code"], "too_many");
    EXPECT_EQ(over["errors"][0]["path"], "/to");
    order["items"].push_back({{"id", "one more"}});
    EXPECT_EQ(json::parse(sweep_json(shops, order.dump(), "2026-01-01", "2028-09-26"))["errors"][0]["code"], "too_many");
}

TEST(Bounds, SixtyFourFactsAreReadInCppAsInText) {
    Case order = order_of(0, {});
    order.facts.clear();
    for (int i = 0; i < 64; ++i) order.facts.emplace_back("unknown_" + std::to_string(i), true);
    order.facts[0] = {"marketplace", std::string("aliexpress")};
    EXPECT_EQ(check(library(), order).errors.size(), 63u);
    order.facts.emplace_back("unknown_64", true);
    EXPECT_EQ(faults(check(library(), order).errors), "too_many /facts;");
    order = order_of(1, {});
    order.items[0].facts.resize(65, {"opened", true});
    EXPECT_EQ(faults(quick_check(library(), order).errors), "too_many /items/0/facts;");
}

TEST(Bounds, AThousandFaultsAreNamed) {
    const auto many = [](std::size_t items, std::size_t facts) {
        Facts unknown;
        for (std::size_t i = 0; i < facts; ++i) unknown.emplace_back("unknown_" + std::to_string(i), true);
        return check(library(), order_of(items, unknown)).errors.size();
    };
    EXPECT_EQ(many(37, 27), 999u);
    EXPECT_EQ(many(40, 25), 1000u);
    EXPECT_EQ(many(41, 25), 1000u);
    json pack = shop();
    for (int i = 0; i < 1001; ++i) pack["x" + std::to_string(i)] = 1;
    EXPECT_EQ(Library().validate(pack.dump()).size(), 1000u);
}

TEST(Bounds, TermsComeToFiftyThousandConditions) {
    json pack = shop(), any = json::array();
    for (int i = 0; i < 99; ++i) any.push_back({{"opened", i % 2 == 0}});
    pack["terms"]["hundred"] = {{"any", any}};
    for (int i = 0; i < 500; ++i) pack["rules"].push_back(rule("r" + std::to_string(i), {{"slot", "grounds"}, {"when", {{"is", "hundred"}}}, {"says", "yes"}}));
    EXPECT_EQ(faults_of(pack), "");
    const std::size_t place = pack["rules"].size();
    pack["rules"].push_back(rule("more", {{"slot", "grounds"}, {"when", {{"is", "hundred"}}}, {"says", "yes"}}));
    EXPECT_EQ(faults_of(pack), "too_many /rules/" + std::to_string(place) + "/when/is;");
}

TEST(Bounds, TermsDoublingThirtyTimesAreRefused) {
    json pack = shop();
    pack["terms"]["t10"] = {{"opened", true}};
    for (int i = 11; i < 40; ++i) {
        const json before = {{"is", "t" + std::to_string(i - 1)}};
        pack["terms"]["t" + std::to_string(i)] = {{"any", {before, before}}};
    }
    const std::string found = faults_of(pack);
    EXPECT_TRUE(found.starts_with("too_many /terms/t")) << found;
}

TEST(Bounds, TermsAreSixtyFourDeep) {
    json pack = shop();
    pack["terms"]["t10"] = {{"opened", true}};
    for (int i = 11; i < 75; ++i) pack["terms"]["t" + std::to_string(i)] = {{"not", {{"is", "t" + std::to_string(i - 1)}}}};
    pack["rules"].push_back(rule("deep", {{"slot", "grounds"}, {"when", {{"is", "t73"}}}, {"says", "yes"}}));
    EXPECT_EQ(faults_of(pack), "");
    pack["rules"].back()["when"]["is"] = "t74";
    EXPECT_EQ(faults_of(pack), "too_deep /rules/0/when/is;");
}

TEST(Bounds, RulesTimesSlotsTimesRemediesAreTwoHundredThousand) {
    json pack = shop(), slots = {"window", "opens"};
    for (int i = static_cast<int>(pack["steps"].size()); i < 64; ++i) pack["steps"].push_back(step("more_" + std::to_string(i), "buyer", {{"after", "received_on"}}));
    for (const json& one : pack["steps"]) slots.push_back(one["id"]);
    while (pack["remedies"].size() < 32) {
        pack["remedies"].push_back(pack["remedies"][0]);
        pack["remedies"].back()["id"] = "remedy_" + std::to_string(pack["remedies"].size());
    }
    ASSERT_EQ(slots.size() * pack["remedies"].size(), 2112u);
    for (int i = 0; i < 94; ++i) pack["rules"].push_back(rule("r" + std::to_string(i), {{"slot", slots}, {"by", days_after("received_on", 9)}}));
    json rest = json::array();
    for (int i = 0; i < 46; ++i) rest.push_back(slots[static_cast<std::size_t>(i)]);  // 94 * 2112 + 46 * 32 = 200,000
    pack["rules"].push_back(rule("rest", {{"slot", rest}, {"by", days_after("received_on", 9)}}));
    EXPECT_EQ(faults_of(pack), "");
    pack["rules"].push_back(rule("more", {{"slot", "grounds"}, {"says", "yes"}}));
    EXPECT_EQ(faults_of(pack), "too_many /rules;");
    pack["rules"].back()["for"] = json::array({pack["remedies"][0]["id"]});
    EXPECT_EQ(faults_of(pack), "too_many /rules;");
}

TEST(Bounds, ATextThatAVerdictShowsForEachItemIsAThousandBytes) {
    json pack = shop();
    pack["conflicts"]["T"] = {{"slot", "evidence"}, {"says", "?"}, {"readings", json::array({{{"id", "a"}, {"value", std::string(1000, 'x')}, {"clauses", "R1"}}})}};
    EXPECT_EQ(faults_of(pack), "");
    pack["conflicts"]["T"]["readings"][0]["value"] = std::string(1001, 'x');
    EXPECT_EQ(faults_of(pack), "too_large /conflicts/T/readings/0/value;");
    pack["conflicts"]["T"]["readings"][0]["value"] = "x";
    pack["conflicts"]["T"]["readings"][0]["why"] = std::string(1001, 'x');
    EXPECT_EQ(faults_of(pack), "too_large /conflicts/T/readings/0/why;");
}

// Two rules that exclude each other, which only trying all values shows.
json hard_pack(int pairs) {
    json pack = shop(), any = json::array();
    for (int i = 0; i < 8; ++i) {
        const std::string fact = "hard_" + std::to_string(i);
        pack["facts"][fact] = {{"kind", "choice"}, {"values", {"a", "b", "c"}}, {"prompt", "Which?"}};
        any.push_back({{fact, "a"}});
    }
    for (int i = 0; i < pairs; ++i) {
        pack["rules"].push_back(rule("yes-" + std::to_string(i), {{"slot", "grounds"}, {"when", {{"any", any}, {"opened", true}}}, {"says", "yes"}}));
        pack["rules"].push_back(rule("no-" + std::to_string(i), {{"slot", "grounds"}, {"when", {{"any", any}, {"not", {{"opened", true}}}}}, {"says", "no"}}));
    }
    return pack;
}

TEST(Bounds, TheWorkOfReadingAPackIsCountedToTheStep) {
    const std::string text = hard_pack(2).dump();
    const auto read = [&](Work& work) {
        std::vector<Error> errors;
        Pack pack = read_pack(text, errors, work);
        if (!errors.empty()) return faults(errors);
        compile_pack(pack);
        check_pack(pack, errors, work);
        return faults(errors);
    };
    Work much(plenty);
    ASSERT_EQ(read(much), "");
    const std::int64_t steps = plenty - much.steps_left();
    Work enough(steps), too_few(steps - 1), none(0);
    EXPECT_EQ(read(enough), "");
    EXPECT_EQ(read(too_few), "too_many /rules/3;");
    EXPECT_TRUE(read(none).starts_with("too_many /"));
}

TEST(Bounds, PairsThatHaveToBeTriedAreRefusedBeforeLong) {
    EXPECT_EQ(faults_of(hard_pack(2)), "");
    const auto errors = Library().validate(hard_pack(60).dump());
    ASSERT_EQ(errors.size(), 1u) << errors_text(errors);
    EXPECT_EQ(errors[0].code, "too_many");
    EXPECT_NE(errors[0].message.find("take too much work"), std::string::npos);
}

}  // namespace
}  // namespace returnable::test
