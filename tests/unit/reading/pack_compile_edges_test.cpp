// What is worked out of a pack once: classes of values, readings to be tried, steps before steps, rules in their order.
#include "evaluation/derived_facts.h"
#include "reading/pack_symbols.h"
#include "support.h"

namespace returnable::test {
namespace {

json shop() {
    json pack = json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json"));
    pack["facts"]["size"] = {{"kind", "choice"}, {"values", {"s", "m", "l", "xl"}}, {"prompt", "Which size?"}};
    pack["rules"] = json::array();
    return pack;
}

void add(json& pack, const std::string& id, json more) {
    more["id"] = id;
    if (!more.contains("clauses")) more["clauses"] = "R1";
    pack["rules"].push_back(std::move(more));
}

Pack compiled(const json& text) {
    std::vector<Error> errors;
    Work work(most_steps_of_a_pack);
    Pack pack = read_pack(text.dump(), errors, work);
    EXPECT_TRUE(errors.empty()) << errors_text(errors);
    if (errors.empty()) compile_pack(pack);
    return pack;
}

TEST(PackCompiled, ValuesThatNoRuleTellsApartAreOneClass) {
    json text = shop();
    add(text, "small", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"size", {"s", "l"}}}}});
    add(text, "large", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"size", "l"}}}});
    const Pack pack = compiled(text);
    const FactUse& size = pack.uses[pack.find("size")];
    EXPECT_EQ(size.class_of, (std::vector<std::uint8_t>{0, 1, 2, 1}));
    EXPECT_EQ(size.example, (std::vector<std::int64_t>{0, 1, 2}));
    EXPECT_EQ(pack.rules[0].when.classes, 0b100u);  // large, then small
    EXPECT_EQ(pack.rules[1].when.classes, 0b101u);
    const FactUse& club = pack.uses[pack.find("kettle_club")];  // no rule asks for it
    EXPECT_EQ(club.class_of, (std::vector<std::uint8_t>{0, 1}));
    EXPECT_EQ(club.example, (std::vector<std::int64_t>{0, 1}));
    EXPECT_TRUE(pack.uses[pack.find("price")].class_of.empty());
}

// Wherever a condition may stand, it tells values apart.
TEST(PackCompiled, EveryPlaceOfAConditionTellsValuesApart) {
    const char* places[] = {"/remedies/0/when", "/remedies/0/leads", "/steps/0/when", "/steps/0/done_when", "/conflicts/X1/when"};
    const json when = {{"size", "m"}};
    std::vector<json> packs(7, shop());
    for (std::size_t i = 0; i < 5; ++i) packs[i][json::json_pointer(places[i])] = when;
    packs[5]["steps"][0]["advised_by"] = {{"by", "received_on"}, {"when", when}};
    packs[6]["shared"] = json::array({{{"fact", "kettle_club"}, {"when", when}}});
    for (const json& text : packs) {
        const Pack pack = compiled(text);
        EXPECT_EQ(pack.uses[pack.find("size")].class_of, (std::vector<std::uint8_t>{0, 1, 0, 0})) << text.dump();
    }
}

TEST(PackCompiled, UnstatedIsAClassBehindTheOthers) {
    json text = shop();
    text["facts"]["seller_agreed"] = {{"absent", "unstated"}};
    add(text, "silent", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"seller_agreed", {"unstated", false}}}}});
    const Pack pack = compiled(text);
    EXPECT_EQ(pack.rules[0].when.classes, 0b101u);
    EXPECT_TRUE(pack.unstated[pack.find("seller_agreed")]);
    EXPECT_EQ(pack.unstated.count(), 1u);
    EXPECT_TRUE(pack.our_guesses.none());
}

TEST(PackCompiled, OurOwnGuessesAreMarked) {
    json text = shop();
    text["facts"]["transit_days"] = {{"range", {7, 40}}, {"ours", true}};
    text["facts"]["price"] = {{"range", {7, 40}}};
    const Pack pack = compiled(text);
    EXPECT_TRUE(pack.our_guesses[pack.find("transit_days")]);
    EXPECT_EQ(pack.our_guesses.count(), 1u);
}

TEST(PackCompiled, ReadingsThatNoRuleTellsApartAreTriedOnce) {
    json text = shop();
    text["conflicts"]["X2"] = json::parse(R"({"slot":"grounds","says":"Disagreed.","readings":[
        {"id":"a","value":"a","clauses":"R1"},{"id":"b","value":"b","counts":false,"why":"old","clauses":["R2","R3"]},
        {"id":"c","value":"c","clauses":"R3"},{"id":"d","value":"d","clauses":"R4"}]})");
    EXPECT_EQ(compiled(text).conflicts[1].counting, (std::vector<std::uint8_t>{0}));
    json by_rule = text, by_condition = text;
    add(by_rule, "one", {{"slot", "grounds"}, {"says", "yes"}, {"reading", {{"X2", {"a", "d"}}}}});
    add(by_condition, "one", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"reading", {{"X2", "d"}}}}}});
    EXPECT_EQ(compiled(by_rule).conflicts[1].counting, (std::vector<std::uint8_t>{0, 2}));
    const Pack pack = compiled(by_condition);
    EXPECT_EQ(pack.conflicts[1].counting, (std::vector<std::uint8_t>{0, 3}));
    ASSERT_EQ(pack.conflicts[1].shown.size(), 4u) << "all are shown";
    EXPECT_EQ(pack.conflicts[1].readings[1].cites.size(), 2u);
}

TEST(PackCompiled, StepsKnowAllThatLeadToThemHoweverTheyAreListed) {
    json text = shop();
    text["steps"] = json::parse(R"([{"id":"d","after":{"later_of":["c","received_on"]}},{"id":"c","after":{"after":"b","length":1,"unit":"calendar_days"}},
        {"id":"b","after":"a"},{"id":"a"},{"id":"e","after":"a"}])");
    for (json& step : text["steps"]) step.update({{"actor", step["id"] == "e" ? "seller" : "buyer"}, {"clauses", "R1"}});
    const Pack pack = compiled(text);
    const std::uint64_t before[] = {0b01110, 0b01100, 0b01000, 0, 0b01000};
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(pack.steps[i].before, before[i]) << pack.steps[i].id;
        EXPECT_EQ(pack.steps[i].by_buyer, i != 4) << pack.steps[i].id;
    }
}

TEST(PackCompiled, RulesStandBySlotAndNameAndKnowWhatOverridesThem) {
    json text = shop();
    text["remedies"].push_back(text["remedies"][0]);
    text["remedies"][1]["id"] = "second";
    add(text, "z", {{"slot", {"condition", "grounds"}}, {"says", "yes"}});
    add(text, "b", {{"slot", "grounds"}, {"says", "no"}, {"overrides", "z"}, {"clauses", {"R2", "R1"}}});
    add(text, "a", {{"slot", "grounds"}, {"says", "may"}, {"for", "second"}, {"overrides", {"z", "b"}}});
    add(text, "a0", {{"slot", "opens"}, {"by", "received_on"}});
    const Pack pack = compiled(text);
    EXPECT_EQ(pack.rules[0].id + pack.rules[1].id + pack.rules[2].id + pack.rules[3].id, "abza0");
    EXPECT_EQ(rules_in_file(pack), (std::vector<Index>{2, 1, 0, 3}));
    const auto asked = [&](std::size_t remedy, std::size_t slot) {
        const auto rules = pack.rules_of(remedy, slot);
        return std::vector<Index>(rules.begin(), rules.end());
    };
    EXPECT_EQ(asked(0, grounds), (std::vector<Index>{1, 2}));
    EXPECT_EQ(asked(1, grounds), (std::vector<Index>{0, 1, 2}));
    EXPECT_EQ(asked(0, condition), (std::vector<Index>{2}));
    EXPECT_EQ(asked(1, condition), (std::vector<Index>{2}));
    EXPECT_TRUE(asked(0, window).empty());
    EXPECT_TRUE(asked(1, location).empty());
    EXPECT_EQ(pack.rules[2].overridden_by, (std::vector<Index>{0, 1}));
    EXPECT_EQ(pack.rules[1].overridden_by, (std::vector<Index>{0}));
    EXPECT_TRUE(pack.rules[0].overridden_by.empty());
    ASSERT_EQ(pack.rules[1].cites.size(), 2u);
    EXPECT_EQ(pack.remedies[0].cites.size(), 2u);
}

TEST(PackCompiled, AnEarlierItemSettlesASharedFactForTheLaterOnes) {
    using State = Known::State;
    json text = shop();
    text["shared"] = json::array({{{"fact", "kettle_club"}, {"when", {{"opened", true}}}}});
    const Pack pack = compiled(text);
    const FactId club = pack.find("kettle_club"), opened = pack.find("opened");
    const auto derived = [&](std::vector<Known> openings, Known second) {
        std::vector<KnownItem> items(openings.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            items[i].facts.resize(pack.facts.size());
            items[i].facts[opened] = openings[i];
        }
        items[1].facts[club] = second;
        Work work(most_steps_of_a_case);
        derive_facts(pack, items, 20'000, work);
        std::string out;
        for (const KnownItem& item : items) {
            const Known& known = item.facts[club];
            out += known.state == State::cannot_say ? '?' : known.state == State::absent ? '-' : known.value == 1 ? 'y' : 'n';
        }
        return out;
    };
    const Known yes{State::given, 1}, no{State::given, 0}, open{State::cannot_say, 0}, absent;
    EXPECT_EQ(derived({no, no, no}, absent), "nnn");
    EXPECT_EQ(derived({yes, no, no}, absent), "nyy");
    EXPECT_EQ(derived({no, yes, no}, absent), "yny");
    EXPECT_EQ(derived({no, no, yes}, absent), "yyn") << "the order of the items makes no difference";
    EXPECT_EQ(derived({open, no, no}, absent), "n??");
    EXPECT_EQ(derived({open, yes, no}, absent), "y?y");
    EXPECT_EQ(derived({yes, no, no}, no), "nny") << "what is given stays";
}

}  // namespace
}  // namespace returnable::test
