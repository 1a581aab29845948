// Faults of meaning, at their edges: which conditions exclude each other, and which days wait for themselves.
#include "library_access.h"
#include "pack/pack.h"
#include "support.h"

namespace returnable::test {
namespace {

json shop() {
    json pack = json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json"));
    for (const char* fact : {"price", "return_shipping_cost", "seller_agreed"}) pack["facts"][fact] = {{"absent", "unstated"}};
    pack["facts"]["size"] = {{"kind", "choice"}, {"values", {"s", "m", "l"}}, {"prompt", "Which size?"}};
    for (const char* id : {"X2", "X3"}) {
        pack["conflicts"][id] = json::parse(R"({"slot":"grounds","says":"Two pages disagree.","readings":[
            {"id":"a","value":"a","clauses":"R1"},{"id":"b","value":"b","clauses":"R2"},{"id":"c","value":"c","clauses":"R3"}]})");
    }
    pack["conflicts"]["X4"] = json::parse(R"({"slot":"grounds","says":"Nobody counts.","readings":[
        {"id":"a","value":"a","counts":false,"why":"old","clauses":"R1"}]})");
    pack["rules"] = json::array();
    return pack;
}

std::string faults_of(const json& pack) {
    std::string out;
    for (const Error& e : library().validate(pack.dump())) out += (out.empty() ? "" : ", ") + e.code + " " + e.path;
    return out;
}

json within(int days) { return {{"after", "received_on"}, {"length", days}, {"unit", "calendar_days"}}; }

void add(json& pack, const std::string& id, json more) {
    more["id"] = id;
    more["clauses"] = "R1";
    pack["rules"].push_back(std::move(more));
}

struct Pair {
    const char *one, *other;
    bool together;
};

const Pair pairs[] = {
    {R"({})", R"({})", true},
    {R"({"opened":true})", R"({"opened":false})", false},
    {R"({"opened":true})", R"({"seller_agreed":false})", true},
    {R"({"opened":true})", R"({"not":{"opened":true}})", false},
    {R"({})", R"({"not":{"opened":[true,false]}})", false},
    {R"({"seller_agreed":"unstated"})", R"({"seller_agreed":[true,false]})", false},
    {R"({"seller_agreed":"unstated"})", R"({"not":{"seller_agreed":[true,false]}})", true},
    {R"({"seller_agreed":"unstated"})", R"({"seller_agreed":[true,"unstated"]})", true},
    {R"({"size":"s"})", R"({"size":["m","l"]})", false},
    {R"({"size":"s"})", R"({"size":["m","s"]})", true},
    {R"({"size":["s","l"]})", R"({"not":{"size":["s","m"]}})", true},
    {R"({"size":"l","opened":true})", R"({"size":"l","opened":true})", true},
    {R"({"size":"l","opened":true})", R"({"size":"l","opened":false})", false},
    {R"({"price":10})", R"({"price":10})", true},
    {R"({"price":10})", R"({"price":11})", false},
    {R"({"price":{"at_least":3,"at_most":5}})", R"({"price":4})", true},
    {R"({"price":{"at_least":3,"at_most":5}})", R"({"price":{"at_least":6}})", false},
    {R"({})", R"({"not":{"price":{"at_most":10}}})", true},
    {R"({})", R"({"not":{"price":{"at_least":10}}})", true},
    {R"({})", R"({"not":{"price":10}})", true},
    {R"({"not":{"price":{"at_most":10}}})", R"({"not":{"price":{"at_least":12}}})", true},
    {R"({"not":{"price":{"at_most":10}}})", R"({"not":{"price":{"at_least":11}}})", true},  // where no price is stated
    {R"({"price":{"at_least":10}})", R"({"return_shipping_cost":{"at_most":9}})", true},
    {R"({"price":{"more_than":"return_shipping_cost"}})", R"({"price":{"at_least":3}})", true},
    {R"({"price":{"more_than":"return_shipping_cost"}})", R"({"not":{"price":{"more_than":"return_shipping_cost"}}})", false},
    {R"({"reading":{"X2":"a"}})", R"({"reading":{"X2":"b"}})", false},
    {R"({"reading":{"X2":["a","b"]}})", R"({"reading":{"X2":["b","c"]}})", true},
    {R"({"reading":{"X2":"c"}})", R"({"not":{"reading":{"X2":["a","b"]}}})", true},
    {R"({})", R"({"not":{"reading":{"X2":["a","b","c"]}}})", false},
    {R"({"reading":{"X2":"a"}})", R"({"reading":{"X3":"b"}})", true},
    {R"({})", R"({"reading":{"X4":[]}})", false},
    {R"({"received_on":true})", R"({"delivered_on":false})", true},
    {R"({"received_on":true})", R"({"received_on":false})", false},
    {R"({"received_on":false})", R"({"not":{"received_on":true}})", true},
    {R"({"past":"received_on"})", R"({"not":{"past":"delivered_on"}})", true},
    {R"({"any":[{"opened":true},{"size":"s"}]})", R"({"opened":false,"size":["m","l"]})", false},
    {R"({"any":[{"opened":true},{"size":"s"}]})", R"({"opened":false})", true},
    {R"({"any":[]})", R"({})", false},
    {R"({"all":[]})", R"({})", true},
};

TEST(PackMeaning, TwoRulesContradictWhereTheirConditionsCanHoldTogether) {
    for (const Pair& one : pairs) {
        for (const bool turned : {false, true}) {
            json pack = shop();
            add(pack, "ten", {{"slot", "window"}, {"when", json::parse(turned ? one.other : one.one)}, {"by", within(10)}});
            add(pack, "twenty", {{"slot", "window"}, {"when", json::parse(turned ? one.one : one.other)}, {"by", within(20)}});
            EXPECT_EQ(faults_of(pack), one.together ? "contradiction /rules/1" : "") << one.one << " and " << one.other;
        }
    }
}

struct Beside {
    const char *what, *one, *other, *faults;
};

const Beside besides[] = {
    {"the same", R"({"slot":"grounds","says":"yes"})", R"({"slot":"grounds","says":"yes"})", ""},
    {"yes and no", R"({"slot":"grounds","says":"yes"})", R"({"slot":"grounds","says":"no"})", "contradiction /rules/1"},
    {"another slot", R"({"slot":"grounds","says":"yes"})", R"({"slot":"condition","says":"no"})", ""},
    {"one of two slots", R"({"slot":["grounds","condition"],"says":"yes"})", R"({"slot":"condition","says":"no"})", "contradiction /rules/1"},
    {"payers", R"({"slot":"return_shipping","payers":["seller"]})", R"({"slot":"return_shipping","payers":["buyer"]})", "contradiction /rules/1"},
    {"the same payers", R"({"slot":"return_shipping","payers":["seller"]})", R"({"slot":"return_shipping","payers":["seller"]})", ""},
    {"the later overrides", R"({"slot":"grounds","says":"yes"})", R"({"slot":"grounds","says":"no","overrides":"one"})", ""},
    {"the earlier overrides", R"({"slot":"grounds","says":"yes","overrides":["two"]})", R"({"slot":"grounds","says":"no"})", ""},
    {"overrides itself", R"({"slot":"grounds","says":"yes","overrides":"one"})", R"({"slot":"grounds","says":"no"})", "bad_value /rules/0/overrides"},
    {"other readings", R"({"slot":"grounds","says":"yes","reading":{"X2":"a"}})", R"({"slot":"grounds","says":"no","reading":{"X2":["b","c"]}})", ""},
    {"a reading of both", R"({"slot":"grounds","says":"yes","reading":{"X2":["a","b"]}})", R"({"slot":"grounds","says":"no","reading":{"X2":"b"}})",
     "contradiction /rules/1"},
    {"readings of two conflicts", R"({"slot":"grounds","says":"yes","reading":{"X2":"a"}})", R"({"slot":"grounds","says":"no","reading":{"X3":"b"}})",
     "contradiction /rules/1"},
    {"other remedies", R"({"slot":"grounds","says":"yes","for":["refund_on_return"]})", R"({"slot":"grounds","says":"no","for":[]})", ""},
    {"codes add up", R"({"slot":"advice","codes":["ask"]})", R"({"slot":"advice","codes":["wait"]})", ""},
    {"evidence adds up", R"({"slot":"evidence","codes":["photo"]})", R"({"slot":"evidence","codes":["film"]})", ""},
    {"the days of a step", R"({"slot":"ship_back","by":"received_on"})", R"({"slot":"ship_back","by":"delivered_on"})", "contradiction /rules/1"},
};

TEST(PackMeaning, OnlyWhatSaysSomethingElseOfTheSameContradicts) {
    for (const Beside& one : besides) {
        json pack = shop();
        pack["advice"] = {"ask", "wait"};
        pack["evidence"] = {"photo", "film"};
        add(pack, "one", json::parse(one.one));
        add(pack, "two", json::parse(one.other));
        EXPECT_EQ(faults_of(pack), one.faults) << one.what;
    }
}

struct Waits {
    const char *what, *steps, *rules, *faults;
};

const Waits waits[] = {
    {"a row of three", R"([{"id":"a"},{"id":"b","after":"a"},{"id":"c","after":"b"}])", "[]", ""},
    {"a row of three, last first", R"([{"id":"c","after":"b"},{"id":"b","after":"a"},{"id":"a"}])", "[]", ""},
    {"two ways to one", R"([{"id":"a"},{"id":"b","after":"a"},{"id":"c","after":"a"},{"id":"d","after":{"later_of":["b","c"]}}])", "[]", ""},
    {"a ring of three", R"([{"id":"a","after":"c"},{"id":"b","after":"a"},{"id":"c","after":"b"}])", "[]", "cycle /steps/0"},
    {"the third on itself", R"([{"id":"a"},{"id":"b"},{"id":"c","after":{"after":"c","length":1,"unit":"calendar_days"}}])", "[]", "cycle /steps/2"},
    {"the second by its condition", R"([{"id":"a"},{"id":"b","when":{"any":[{"not":{"past":"b"}}]}}])", "[]", "cycle /steps/1"},
    {"the second by what ends it", R"([{"id":"a"},{"id":"b","done_when":{"reached":"b"}}])", "[]", "cycle /steps/1"},
    {"a step on its own rule", R"([{"id":"a"},{"id":"b"}])", R"([{"slot":"b","by":"b"}])", "cycle /steps/1"},
    {"a rule on the step before", R"([{"id":"a"},{"id":"b"}])", R"([{"slot":"b","by":"a"}])", ""},
    {"a rule's condition on its step", R"([{"id":"a"},{"id":"b"}])", R"([{"slot":"b","when":{"past":"b"},"by":"received_on"}])", "cycle /steps/1"},
    {"a window that waits for a step", R"([{"id":"a"},{"id":"b"}])", R"([{"slot":"window","by":"b"}])", ""},
    {"a step that waits for the window", R"([{"id":"a"},{"id":"b","after":"window_end"}])", R"([{"slot":"window","by":"received_on"}])", ""},
    {"both", R"([{"id":"a"},{"id":"b","after":"window_end"}])", R"([{"slot":"window","by":"b"}])", "cycle /rules"},
    {"a window on itself", R"([{"id":"a"}])", R"([{"slot":"window","by":"window_end"}])", "cycle /rules"},
    {"two ways into a ring: the one that the file names first", R"([{"id":"a"},{"id":"b","after":"c"},{"id":"c","after":"b"}])",
     R"([{"slot":"a","when":{"reason":"damaged"},"by":"c"},{"slot":"a","when":{"reason":"defective"},"by":"b"}])", "cycle /steps/2"},
};

TEST(PackMeaning, ADayThatWaitsForItselfIsNamedOnceAtTheFirstOfItsRing) {
    for (const Waits& one : waits) {
        json pack = shop();
        pack["steps"] = json::parse(one.steps);
        for (json& step : pack["steps"]) step.update({{"actor", "buyer"}, {"clauses", "R1"}});
        for (const json& rule : json::parse(one.rules)) {
            const auto last_first = static_cast<char>('z' - static_cast<int>(pack["rules"].size()));
            add(pack, std::string("rule-") + last_first, rule);
        }
        EXPECT_EQ(faults_of(pack), one.faults) << one.what;
    }
}

TEST(PackMeaning, SixtyThreeValuesMayBeToldApartAndOneMoreMayNot) {
    const auto telling = [](int count) {
        json pack = shop(), values = json::array();
        for (int i = 0; i < count; ++i) values.push_back("v" + std::to_string(i));
        pack["facts"]["size"]["values"] = values;
        for (int i = 1; i < count; ++i) add(pack, "v" + std::to_string(i), {{"slot", "grounds"}, {"when", {{"size", values[i]}}}, {"says", "yes"}});
        return faults_of(pack);
    };
    EXPECT_EQ(telling(63), "");
    EXPECT_EQ(telling(64), "too_many /rules");
    json pack = shop();
    pack["facts"]["size"]["values"] = json::array();
    for (int i = 0; i < 65; ++i) pack["facts"]["size"]["values"].push_back("v" + std::to_string(i));
    EXPECT_EQ(faults_of(pack), "bad_value /facts/size");
}

// Where values are past telling apart, nothing that hangs on them is looked at.
TEST(PackMeaning, TooManyValuesAreTheOnlyFault) {
    json pack = shop(), values = json::array();
    for (int i = 0; i < 64; ++i) values.push_back("v" + std::to_string(i));
    pack["facts"]["size"]["values"] = values;
    for (int i = 1; i < 64; ++i) {
        add(pack, "v" + std::to_string(i), {{"slot", "grounds"}, {"when", {{"size", values[i]}}}, {"says", i % 2 ? "yes" : "no"}});
    }
    add(pack, "none", {{"slot", "grounds"}, {"says", "depends"}});
    EXPECT_EQ(faults_of(pack), "too_many /rules");
}

// Every remedy and every slot is looked at, the first and the last.
TEST(PackMeaning, TheRemedyAndTheSlotThatReadTooMuchAreNamed) {
    json pack = shop();
    json second = pack["remedies"][0];
    second["id"] = "exchange";
    second["wants"] = "exchange";
    pack["remedies"].push_back(second);
    for (int i = 0; i < 13; ++i) {
        const std::string fact = "open_" + std::to_string(i);
        pack["facts"][fact] = {{"kind", "yes_no"}, {"prompt", "Well?"}};
        add(pack, "asks-" + fact, {{"slot", "grounds"}, {"for", "exchange"}, {"when", {{fact, true}}}, {"says", "yes"}});
    }
    EXPECT_EQ(faults_of(pack), "too_many /remedies/1");
}

TEST(PackMeaning, ARemedyThatWaitsForAStepIsAFaultWhereverItStands) {
    for (const char* by : {"when", "leads"}) {
        for (const std::size_t place : {0, 1}) {
            json pack = shop();
            pack["steps"] = json::parse(R"([{"id":"a","actor":"buyer","clauses":"R1"}])");
            json second = pack["remedies"][0];
            second["id"] = "exchange";
            second["wants"] = "exchange";
            pack["remedies"].push_back(second);
            pack["remedies"][place][by] = {{"past", "a"}};
            EXPECT_EQ(faults_of(pack), "cycle /remedies/" + std::to_string(place)) << by;
        }
    }
}

// Each step is a slot of its own, so what one pair of rules reads is no burden on the next.
TEST(PackMeaning, AContradictionIsFoundHoweverMuchOtherPairsRead) {
    json pack = shop();
    pack["steps"] = json::array();
    for (int i = 0; i < 20; ++i) {
        const std::string step = "s" + std::to_string(i), fact = "f" + std::to_string(i);
        pack["steps"].push_back({{"id", step}, {"actor", "buyer"}, {"clauses", "R1"}});
        pack["facts"][fact] = {{"kind", "yes_no"}, {"prompt", "Well?"}};
        add(pack, step + "-ten", {{"slot", step}, {"when", {{fact, true}}}, {"by", within(10)}});
        add(pack, step + "-twenty", {{"slot", step}, {"when", {{fact, i == 19}}}, {"by", within(20)}});
    }
    EXPECT_EQ(faults_of(pack), "contradiction /rules/39");
}

json with_choices(int facts, int values, const json& ten, const json& twenty) {
    json pack = shop(), all = json::object();
    for (int i = 0; i < facts; ++i) {
        const std::string fact = "f" + std::to_string(i);
        pack["facts"][fact] = {{"kind", "choice"}, {"values", json::array()}, {"prompt", "Which?"}};
        for (int v = 0; v < values; ++v) {
            const std::string value = "v" + std::to_string(v);
            pack["facts"][fact]["values"].push_back(value);
            if (v > 0) add(pack, fact + value, {{"slot", "grounds"}, {"when", {{fact, value}}}, {"says", "yes"}});
        }
        all[fact] = "v0";
    }
    json one = all, other = all;
    one.update(ten);
    other.update(twenty);
    add(pack, "ten", {{"slot", "window"}, {"when", one}, {"by", within(10)}});
    add(pack, "twenty", {{"slot", "window"}, {"when", other}, {"by", within(20)}});
    return pack;
}

TEST(PackMeaning, AHundredThousandCombinationsAreTried) {
    const json pack = with_choices(5, 10, json::object(), json::object());
    EXPECT_EQ(faults_of(pack), "contradiction /rules/" + std::to_string(pack["rules"].size() - 1));
}

TEST(PackMeaning, RulesThatExcludeEachOtherAreNoFaultHoweverMuchTheyRead) {
    EXPECT_EQ(faults_of(with_choices(11, 3, {{"opened", true}}, {{"opened", false}})), "");
}

// Remedies and steps are bits of a set: as many as it has, and no more.
TEST(PackMeaning, SoManyRemediesAndStepsAndNoMore) {
    const auto with = [](std::size_t remedies, std::size_t steps) {
        json pack = shop();
        const json remedy = pack["remedies"][0];
        pack["remedies"] = json::array();
        pack["steps"] = json::array();
        for (std::size_t i = 0; i < remedies; ++i) {
            pack["remedies"].push_back(remedy);
            pack["remedies"][i]["id"] = "remedy-" + std::to_string(i);
        }
        for (std::size_t i = 0; i < steps; ++i) pack["steps"].push_back({{"id", "step-" + std::to_string(i)}, {"actor", "buyer"}, {"clauses", "R1"}});
        return faults_of(pack);
    };
    EXPECT_EQ(with(32, 1), "");
    EXPECT_EQ(with(33, 1), "too_many /remedies");
    EXPECT_EQ(with(1, 64), "");
    EXPECT_EQ(with(1, 65), "too_many /steps");
}

TEST(PackMeaning, WhatIsNoStepIsOneFaultAndAnIdIsTakenByAnyBeforeIt) {
    for (const char* list : {"steps", "remedies", "rules"}) {
        json one = shop();
        one[list] = {5};
        EXPECT_EQ(faults_of(one), "wrong_type /" + std::string(list) + "/0");
    }
    json pack = shop();
    pack["steps"] = json::array();
    for (const char* id : {"a", "b", "b", "a"}) pack["steps"].push_back({{"id", id}, {"actor", "buyer"}, {"clauses", "R1"}});
    EXPECT_EQ(faults_of(pack), "duplicate_id /steps/2/id, duplicate_id /steps/3/id");
}

TEST(PackMeaning, WhatIsNoSourceClauseFactOrConflictIsOneFault) {
    json pack = shop();
    pack["sources"]["other"] = 5;
    EXPECT_EQ(faults_of(pack), "wrong_type /sources/other");
    pack = shop();
    pack["clauses"]["R9"] = 5;
    EXPECT_EQ(faults_of(pack), "wrong_type /clauses/R9");
    pack = shop();
    pack["facts"]["other"] = 5;
    EXPECT_EQ(faults_of(pack), "wrong_type /facts/other");
    pack = shop();
    pack["conflicts"]["X9"] = 5;
    EXPECT_EQ(faults_of(pack), "wrong_type /conflicts/X9");
}

TEST(PackMeaning, AReadingIsAnObjectWithAnIdOfItsOwn) {
    json pack = shop();
    pack["conflicts"]["X2"]["readings"][1] = 5;
    pack["shared"] = {5};
    EXPECT_EQ(faults_of(pack), "wrong_type /conflicts/X2/readings/1, wrong_type /shared/0");
    pack = shop();
    pack["conflicts"]["X2"]["readings"][2]["id"] = "b";
    EXPECT_EQ(faults_of(pack), "duplicate_id /conflicts/X2/readings/2/id");
}

TEST(PackMeaning, ARuleForNoSlotIsAFault) {
    json pack = shop();
    pack["advice"] = {"ask"};
    add(pack, "nowhere", {{"slot", "nowhere"}, {"codes", {"ask"}}});
    EXPECT_EQ(faults_of(pack), "unknown_name /rules/0/slot");
}

TEST(PackMeaning, AWordThatIsNoneIsAFault) {
    json pack = shop();
    pack["remedies"][0]["wants"] = "refunds";
    EXPECT_EQ(faults_of(pack), "bad_value /remedies/0/wants");
    pack = shop();
    pack["facts"]["size"]["values"] = {"s", "", "m", "s"};
    EXPECT_EQ(faults_of(pack), "bad_value /facts/size/values/1, bad_value /facts/size/values/3");
    pack = shop();
    add(pack, "none", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"size", {"s", ""}}}}});
    EXPECT_EQ(faults_of(pack), "bad_value /rules/0/when/size/1");
    pack = shop();
    pack["about"] = 5;
    pack["$schema"] = json::array();
    EXPECT_EQ(faults_of(pack), "wrong_type /$schema, wrong_type /about");
}

TEST(PackMeaning, SoManyReadingsAndNoMore) {
    const auto with = [](int readings) {
        json pack = shop();
        pack["conflicts"]["X2"]["readings"] = json::array();
        for (int i = 0; i < readings; ++i) {
            pack["conflicts"]["X2"]["readings"].push_back({{"id", "r" + std::to_string(i)}, {"value", "v"}, {"clauses", "R1"}});
        }
        return faults_of(pack);
    };
    EXPECT_EQ(with(32), "");
    EXPECT_EQ(with(33), "too_many /conflicts/X2");
}

// Facts are bits of a set, the dictionary's among them.
TEST(PackMeaning, SoManyFactsAndNoMore) {
    json pack = shop();
    Library shops;
    ASSERT_EQ(errors_text(shops.add_pack(pack.dump())), "");
    for (std::size_t i = loaded_packs(shops)[0]->facts.size(); i < 128; ++i) {
        pack["facts"]["own_" + std::to_string(i)] = {{"kind", "yes_no"}, {"prompt", "Well?"}};
    }
    EXPECT_EQ(faults_of(pack), "");
    pack["facts"]["own_129"] = {{"kind", "yes_no"}, {"prompt", "Well?"}};
    EXPECT_EQ(faults_of(pack), "too_many /facts/size") << "the last of them by name";
}

}  // namespace
}  // namespace returnable::test
