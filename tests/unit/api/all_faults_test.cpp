// One fault hides no other: a number that is not whole, a misspelt key, text that is not JSON.
#include "support.h"

namespace returnable::test {
namespace {

std::string places(const json& answer) {
    std::string out;
    for (const json& one : answer.at("errors")) out += one.at("code").get<std::string>() + " " + one.at("path").get<std::string>() + ";";
    return out;
}

std::string faults(const std::string& text) { return places(json::parse(check_json(library(), text))); }

TEST(AllFaults, NumberThatIsNotWhole_isAFaultAtItsPlaceAndHidesNoOther) {
    for (const char* number : {"4.5", "15.0", "1e3", "-0.0", "99999999999999999999"}) {
        const std::string text = std::string(R"({"as_of":"2026-05-10","facts":{"marketplace":"aliexpress","price":)") + number +
                                 R"(,"reson":"damaged","received_on":"2026-06-01","country":"XX"}})";
        EXPECT_EQ(faults(text), "wrong_type /facts/price;unknown_key /facts/reson;after_as_of /facts/received_on;bad_value /facts/country;") << number;
    }
}

TEST(AllFaults, ValueThatCannotBeRead_isNotJudgedAsWell) {
    EXPECT_EQ(faults(R"({"as_of":"2026-05-10","facts":{"marketplace":4.5,"reson":1}})"), "wrong_type /facts/marketplace;unknown_key /facts/reson;");
    EXPECT_EQ(faults(R"({"as_of":4.5,"facts":{"marketplace":"wish","received_on":"2026-06-01","opened":1}})"), "wrong_type /as_of;wrong_type /facts/opened;");
    EXPECT_EQ(faults(R"({"as_of":"2026-05-10","facts":4.5})"), "wrong_type /facts;");
    EXPECT_EQ(faults(R"({"as_of":"2026-05-10","facts":{"marketplace":"wish","opened":true,"opened":1}})"), "duplicate_key /facts/opened;");
}

TEST(AllFaults, ItemThatCannotBeRead_leavesTheOthersTheirFaults) {
    EXPECT_EQ(faults(R"({"as_of":"2026-05-10","facts":{"marketplace":"wish"},"items":[4.5,{"idd":"a"},{"id":1,"facts":{"opened":2}},
                        {"id":"","facts":{"price":0.5}},{"id":"b","facts":{"price":-1}},{"id":"b"}]})"),
              "wrong_type /items/0;wrong_type /items/3/facts/price;unknown_key /items/1/idd;wrong_type /items/2/id;wrong_type /items/2/facts/opened;"
              "bad_value /items/3/id;out_of_range /items/4/facts/price;duplicate_id /items/5/id;");
}

TEST(AllFaults, UnknownKeyInACase_isNotAlsoSaidToBeMissing) {
    EXPECT_EQ(faults(R"({"as_off":"2026-05-10","facts":{"marketplace":"wish","received_on":"2026-06-01","opened":1}})"),
              "unknown_key /as_off;wrong_type /facts/opened;");
    EXPECT_EQ(faults(R"({"as_of":"2026-05-10","fact":{"marketplace":"wish"}})"), "unknown_key /fact;");
}

TEST(AllFaults, EveryDoor_namesTheSameFaults) {
    const std::string text = R"({"as_of":"2026-05-10","facts":{"marketplace":"wish","price":4.5,"reson":1}})";
    const std::string expected = "wrong_type /facts/price;unknown_key /facts/reson;";
    EXPECT_EQ(faults(text), expected);
    const std::string_view cases[] = {text};
    EXPECT_EQ(places(json::parse(check_all_json(library(), cases))[0]), expected);
    EXPECT_EQ(places(json::parse(sweep_json(library(), text, "2026-05-10", "2026-05-10"))), expected);
    EXPECT_EQ(places(json::parse(compare_json(library(), text))), expected);
}

// In `compare`, a fact that only another pack has is no fault, and neither is that no marketplace is named.
TEST(AllFaults, Compare_withAFaultInTheText_findsOnlyItsOwn) {
    EXPECT_EQ(places(json::parse(compare_json(library(), R"({"as_of":"2026-05-10","facts":{"price":4.5,"rides_along":true,"opened":1}})"))),
              "wrong_type /facts/price;wrong_type /facts/opened;");
}

json kettle() { return json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json")); }

std::string faults_of_pack(const std::string& text) {
    std::string out;
    for (const Error& one : Library().validate(text)) out += one.code + " " + one.path + ";";
    return out;
}

TEST(AllFaults, MisspeltKeyOfAPack_isOneFault) {
    json pack = kettle();
    json& by = pack["rules"][0]["by"];
    ASSERT_TRUE(by.contains("length"));
    by["lenght"] = by["length"];
    by.erase("length");
    EXPECT_EQ(faults_of_pack(pack.dump()), "unknown_key /rules/0/by/lenght;");
    pack = kettle();
    pack["rules"][0]["bye"] = pack["rules"][0]["by"];
    pack["rules"][0].erase("by");
    EXPECT_EQ(faults_of_pack(pack.dump()), "unknown_key /rules/0/bye;");
    pack = kettle();
    pack["sources"]["shop-page"]["titel"] = "x";
    pack["sources"]["shop-page"].erase("title");
    pack["sources"]["fan-blog"].erase("title");
    EXPECT_EQ(faults_of_pack(pack.dump()), "missing /sources/fan-blog/title;unknown_key /sources/shop-page/titel;") << "only in that object";
}

TEST(AllFaults, NumberOfAPackThatIsNotWhole_hidesNoOther) {
    json pack = kettle();
    pack["rules"][0]["by"]["length"] = 14.5;
    pack["checked_on"] = "2026-02-30";
    EXPECT_EQ(faults_of_pack(pack.dump()), "wrong_type /rules/0/by/length;bad_date /checked_on;");
}

TEST(AllFaults, TextThatIsNotJson_namesLineAndColumn) {
    const auto message = [](const std::string& text) { return Library().validate(text).at(0).message; };
    EXPECT_EQ(message("{\n  \"id\": \"a\",\n  \"name\" \"b\"\n}"), "This is not valid JSON (in UTF-8) near line 3, column 12.");
    EXPECT_EQ(message("]"), "This is not valid JSON (in UTF-8) near line 1, column 1.");
    EXPECT_EQ(message(""), "This is not valid JSON (in UTF-8) near line 1, column 1.");
    EXPECT_EQ(message("{\"é\": ]"), "This is not valid JSON (in UTF-8) near line 1, column 7.") << "a character is one column";
    EXPECT_EQ(message("{\"a\":\n1e999}"), "A number near line 2, column 5 is too large.");
}

}  // namespace
}  // namespace returnable::test
