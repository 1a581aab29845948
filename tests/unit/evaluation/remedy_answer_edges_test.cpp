// How the answers of several worlds become one, in an invented shop: what each completion and each reading says, and what is said of all.
#include "invented_shop.h"

namespace returnable::test {
namespace {

json rule(const std::string& id, const std::string& slot, json more) {
    more["id"] = id;
    more["slot"] = slot;
    more["clauses"] = "R1";
    return more;
}

json bare_shop() {
    json pack = json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json"));
    pack["rules"] = json::array({rule("condition", "condition", {{"says", "yes"}})});
    pack["remedies"][0]["when"] = json::object();
    pack["facts"]["seller_return_window"] = {{"range", {15, 30}}};
    return pack;
}

json plain_shop() {
    json pack = bare_shop();
    pack["rules"].push_back(rule("grounds", "grounds", {{"says", "yes"}}));
    return pack;
}

json received(const json& facts) {
    json all = {{"received_on", "2026-03-10"}};
    all.update(facts);
    return all;
}

json asked(const json& pack, const json& facts = json::object()) { return entitlement(ask(pack, received(facts)), "refund_on_return"); }

json days(const char* safe, const char* last) { return {{"safe", safe}, {"last", last}}; }

// The rules that make a world say this, where `only` holds.
void say(json& pack, const std::string& id, const std::string& what, const json& only) {
    const bool spoken = what == "no" || what == "may" || what == "depends";
    json grounds = {{"says", spoken ? what : "yes"}};
    grounds.update(only);
    pack["rules"].push_back(rule(id + "-grounds", "grounds", grounds));
    json more = only;
    if (what == "expired") more["by"] = days_after("received_on", 9);
    if (what == "undated") more["by"] = days_after("delivered_on", 9);
    if (what == "not_yet") more["by"] = days_after("received_on", 11);
    if (more.contains("by")) pack["rules"].push_back(rule(id + "-days", what == "not_yet" ? "opens" : "window", more));
}

bool is_a_no(const std::string& status) { return status == "expired" || status == "refused" || status == "not_covered"; }

// One answer where all agree; of several noes expired only where none refuses; else it hangs on what is open.
std::string merged(const std::string& a, const std::string& b) {
    if (a == b) return a;
    if (!is_a_no(a) || !is_a_no(b)) return "conditional";
    return a == "refused" || b == "refused" ? "refused" : "expired";
}

TEST(AnswerEdges, TheStatusesOfAllCompletionsAreOne) {
    const std::vector<std::pair<std::string, std::string>> words = {{"yes", "allowed"},   {"depends", "conditional"}, {"undated", "conditional"},
                                                                    {"may", "contested"}, {"not_yet", "not_yet"},     {"expired", "expired"},
                                                                    {"no", "refused"},    {"never", "not_covered"}};
    for (const auto& [one, status] : words) {
        for (const auto& [other, other_status] : words) {
            if (one == "never" && other == "never") continue;  // then there is no entitlement
            json pack = bare_shop();
            say(pack, "one", one, {{"when", {{"opened", true}}}});
            say(pack, "other", other, {{"when", {{"opened", false}}}});
            if (one == "never") pack["remedies"][0]["when"] = {{"opened", false}};
            if (other == "never") pack["remedies"][0]["when"] = {{"opened", true}};
            const json answer = ask(pack, received(json::object()))["items"][0];
            EXPECT_EQ(answer["status"], merged(status, other_status)) << one << " or " << other;
            const json& missing = answer["entitlements"][0]["missing"];
            const bool hangs = status != other_status && !(is_a_no(status) && is_a_no(other_status));  // nothing lifts a no
            if (one != "undated" && other != "undated") EXPECT_EQ(missing, hangs ? json::array({"opened"}) : json::array()) << one << " or " << other;
            EXPECT_EQ(ask(pack, received({{"opened", true}}))["items"][0]["status"], status) << one;
            EXPECT_EQ(ask(pack, received({{"opened", false}}))["items"][0]["status"], other_status) << other;
        }
    }
}

struct Readings {
    const char *one, *other, *status;
};

const Readings readings[] = {
    {"yes", "yes", "allowed"},       {"yes", "no", "contested"},           {"yes", "may", "contested"},           {"yes", "expired", "contested"},
    {"yes", "not_yet", "contested"}, {"yes", "undated", "conditional"},    {"yes", "depends", "conditional"},     {"no", "no", "refused"},
    {"no", "expired", "refused"},    {"no", "not_yet", "refused"},         {"no", "undated", "conditional"},      {"no", "depends", "conditional"},
    {"no", "may", "contested"},      {"expired", "expired", "expired"},    {"expired", "not_yet", "not_yet"},     {"expired", "depends", "conditional"},
    {"expired", "may", "contested"}, {"not_yet", "not_yet", "not_yet"},    {"not_yet", "depends", "conditional"}, {"undated", "undated", "conditional"},
    {"not_yet", "may", "contested"}, {"expired", "undated", "conditional"}};

json with_two_readings() {
    json pack = bare_shop();
    pack["conflicts"]["X2"] = json::parse(R"({"slot":"grounds","says":"Two pages disagree.","readings":[
        {"id":"a","value":"one","clauses":"R1"},{"id":"b","value":"other","clauses":"R2"}]})");
    return pack;
}

TEST(AnswerEdges, WhatTheReadingsOfOneWorldSayIsOneStatusInEitherOrder) {
    for (const Readings& row : readings) {
        for (const bool turned : {false, true}) {
            json pack = with_two_readings();
            say(pack, "one", row.one, {{"reading", {{"X2", turned ? "b" : "a"}}}});
            say(pack, "other", row.other, {{"reading", {{"X2", turned ? "a" : "b"}}}});
            EXPECT_EQ(ask(pack, received(json::object()))["items"][0]["status"], row.status) << row.one << " and " << row.other;
        }
    }
}

// Depends by every reading in one world, and by one of them in the other: it depends in both, so nobody is asked which.
TEST(AnswerEdges, TwoMixesOfReadingsWithOneStatusAreOneAnswer) {
    for (const bool opened : {false, true}) {
        json pack = with_two_readings();
        pack["rules"].push_back(rule("one", "grounds", {{"says", "depends"}, {"when", {{"opened", opened}}}}));
        pack["rules"].push_back(rule("two", "grounds", {{"says", "depends"}, {"when", {{"opened", !opened}}}, {"reading", {{"X2", "a"}}}}));
        pack["rules"].push_back(rule("three", "grounds", {{"says", "yes"}, {"when", {{"opened", !opened}}}, {"reading", {{"X2", "b"}}}}));
        const json one = asked(pack);
        EXPECT_EQ(one["status"], "conditional");
        EXPECT_EQ(one["missing"], json::array());
        for (const bool given : {false, true}) EXPECT_EQ(asked(pack, {{"opened", given}})["status"], "conditional");
    }
}

struct Postage {
    const char *if_opened, *if_not, *payers;  // null: no rule speaks
    bool silent;
};

const Postage postages[] = {
    {R"(["seller"])", R"(["seller"])", R"(["seller"])", false},
    {R"(["seller"])", R"(["buyer"])", R"(["buyer","seller"])", false},
    {R"(["platform"])", R"(["buyer"])", R"(["buyer","platform"])", false},
    {R"(["buyer","seller"])", R"(["platform"])", R"(["buyer","seller","platform"])", false},
    {R"(["buyer"])", R"(["buyer"])", R"(["buyer"])", false},
    {R"(["platform"])", R"(["platform"])", R"(["platform"])", false},
    {R"(["platform"])", R"(["seller"])", R"(["seller","platform"])", false},
    {R"([])", R"([])", R"([])", false},
    {R"([])", R"(["seller"])", R"(["seller"])", false},
    {R"(["seller"])", "null", R"(["seller"])", true},
    {R"([])", "null", R"([])", true},
    {"null", "null", "null", true},
};

TEST(AnswerEdges, WhoPaysIsEverybodyWhoMayHaveTo) {
    for (const Postage& row : postages) {
        for (const bool turned : {false, true}) {
            json pack = plain_shop();
            const json one = json::parse(row.if_opened), other = json::parse(row.if_not);
            if (!one.is_null()) pack["rules"].push_back(rule("one", "return_shipping", {{"payers", one}, {"when", {{"opened", !turned}}}}));
            if (!other.is_null()) pack["rules"].push_back(rule("other", "return_shipping", {{"payers", other}, {"when", {{"opened", turned}}}}));
            const json answer = asked(pack);
            EXPECT_EQ(answer["return_shipping"], json::parse(row.payers)) << row.if_opened << row.if_not;
            EXPECT_EQ(answer["missing"], one == other ? json::array() : json::array({"opened"})) << row.if_opened << row.if_not;
            EXPECT_EQ(answer["silent_on"], row.silent ? json::array({"return_shipping"}) : json::array()) << row.if_opened << row.if_not;
        }
    }
}

// The windows of two worlds: their days and lengths together, from the one that closes first to the one that closes last.
TEST(AnswerEdges, TheDaysOfTwoWorldsAreTheirHull) {
    for (const bool turned : {false, true}) {
        json pack = plain_shop();
        pack["rules"].push_back(rule("short", "window", {{"by", days_after("received_on", 12)}, {"when", {{"opened", turned}}}}));
        pack["rules"].push_back(rule("long", "window", {{"by", days_after("received_on", 20)}, {"when", {{"opened", !turned}}}}));
        const json both = asked(pack);
        EXPECT_EQ(both["act_by"], days("2026-03-22", "2026-03-30"));
        EXPECT_EQ(both["window"], json::parse(R"({"after":"received_on","safe":12,"last":20,"unit":"calendar_days"})"));
        EXPECT_EQ(both["missing"], json::array({"opened"}));
        const json one = asked(pack, {{"opened", turned}});
        EXPECT_EQ(one["act_by"], days("2026-03-22", "2026-03-22"));
        EXPECT_EQ(one["window"], json::parse(R"({"after":"received_on","safe":12,"last":12,"unit":"calendar_days"})"));
        EXPECT_EQ(one["missing"], json::array());
    }
}

TEST(AnswerEdges, AWorldWithoutAnyDayAddsNoneAndOneWhoseDayIsUnknownLeavesItOpen) {
    for (const bool turned : {false, true}) {
        json pack = plain_shop();
        pack["rules"].push_back(rule("days", "window", {{"by", days_after("received_on", 12)}, {"when", {{"opened", turned}}}}));
        EXPECT_EQ(asked(pack)["act_by"], days("2026-03-22", "2026-03-22"));
        EXPECT_EQ(asked(pack)["missing"], json::array({"opened"}));
        EXPECT_EQ(asked(pack)["window"], json::parse(R"({"after":"received_on","safe":12,"last":12,"unit":"calendar_days"})"));
        // An extension that was not given is no day, and nobody is asked for it.
        json extended = pack;
        extended["rules"].push_back(rule("extended", "window", {{"by", "extension_until"}, {"when", {{"opened", !turned}}}}));
        EXPECT_EQ(asked(extended)["act_by"], days("2026-03-22", "2026-03-22"));
        EXPECT_TRUE(asked(extended, {{"opened", !turned}})["act_by"].is_null());
        pack["rules"].push_back(rule("unknown", "window", {{"by", days_after("delivered_on", 12)}, {"when", {{"opened", !turned}}}}));
        const json open = asked(pack);
        EXPECT_TRUE(open["act_by"].is_null()) << open["act_by"];
        EXPECT_EQ(open["hangs_on"]["act_by"], json::array({"delivered_on"}));
        EXPECT_FALSE(asked(pack, {{"opened", turned}}).contains("hangs_on"));
        EXPECT_EQ(asked(pack, {{"opened", !turned}})["missing"], json::array({"delivered_on"}));
    }
}

// Of readings, a day that one does not know is not known.
TEST(AnswerEdges, ADayThatOneReadingDoesNotKnowIsNotKnown) {
    for (const bool turned : {false, true}) {
        json pack = with_two_readings();
        pack["rules"].push_back(rule("grounds", "grounds", {{"says", "yes"}}));
        pack["rules"].push_back(rule("days", "window", {{"by", days_after("received_on", 12)}, {"reading", {{"X2", turned ? "a" : "b"}}}}));
        pack["rules"].push_back(rule("extended", "window", {{"by", "extension_until"}, {"reading", {{"X2", turned ? "b" : "a"}}}}));
        EXPECT_TRUE(asked(pack)["act_by"].is_null());
        EXPECT_EQ(asked(pack, {{"extension_until", "2026-03-25"}})["act_by"], days("2026-03-22", "2026-03-25"));
    }
}

// A reading that does not grant the remedy does not speak of its days either.
TEST(AnswerEdges, AReadingThatDoesNotGrantItSaysNothingElse) {
    for (const char* granting : {"a", "b"}) {
        json pack = with_two_readings();
        pack["remedies"][0]["when"] = {{"reading", {{"X2", granting}}}};
        pack["rules"].push_back(rule("grounds", "grounds", {{"says", "yes"}}));
        pack["rules"].push_back(rule("window", "window", {{"by", days_after("received_on", 2)}}));
        EXPECT_EQ(asked(pack)["act_by"], days("2026-03-12", "2026-03-12"));
        const json late = asked(pack, {{"returned_on", "2026-03-15"}});
        EXPECT_EQ(late["status"], "expired");
        EXPECT_EQ(late["act_by"], days("2026-03-12", "2026-03-12")) << "sent back after the last day";
    }
}

// Sent back in time by one reading and too late by the other: under way, so the closed window says nothing more.
TEST(AnswerEdges, InTimeByOneReadingItIsUnderWay) {
    for (const bool turned : {false, true}) {
        json pack = with_two_readings();
        pack["rules"].push_back(rule("grounds", "grounds", {{"says", "yes"}}));
        pack["rules"].push_back(rule("short", "window", {{"by", days_after("received_on", 2)}, {"reading", {{"X2", turned ? "a" : "b"}}}}));
        pack["rules"].push_back(rule("long", "window", {{"by", days_after("received_on", 8)}, {"reading", {{"X2", turned ? "b" : "a"}}}}));
        const json sent = asked(pack, {{"returned_on", "2026-03-15"}});
        EXPECT_EQ(sent["status"], "contested");
        EXPECT_TRUE(sent["act_by"].is_null()) << sent["act_by"];
        EXPECT_EQ(asked(pack, {{"returned_on", "2026-03-19"}})["act_by"], days("2026-03-12", "2026-03-18"));
        EXPECT_TRUE(asked(pack, {{"returned_on", "2026-03-12"}})["act_by"].is_null());
    }
}

// A world that does not grant the remedy says nothing of its days, its postage or its rules.
TEST(AnswerEdges, AWorldThatDoesNotGrantItSaysNothingElse) {
    for (const bool granting : {false, true}) {
        json pack = plain_shop();
        pack["remedies"][0]["when"] = {{"opened", granting}};
        pack["rules"].push_back(rule("granted", "window", {{"by", days_after("received_on", 12)}, {"when", {{"opened", granting}}}}));
        pack["rules"].push_back(rule("other", "window", {{"by", days_after("received_on", 20)}, {"when", {{"opened", !granting}}}}));
        pack["rules"].push_back(rule("seller", "return_shipping", {{"payers", {"seller"}}, {"when", {{"opened", granting}}}}));
        pack["rules"].push_back(rule("buyer", "return_shipping", {{"payers", {"buyer"}}, {"when", {{"opened", !granting}}}}));
        const json one = asked(pack);
        EXPECT_EQ(one["status"], "conditional");
        EXPECT_EQ(one["act_by"], days("2026-03-22", "2026-03-22"));
        EXPECT_EQ(one["return_shipping"], json::array({"seller"}));
        for (const json& reason : one["reasons"]) {
            EXPECT_NE(reason["rule"], "other");
            EXPECT_NE(reason["rule"], "buyer");
            if (reason["rule"] == "granted") EXPECT_EQ(reason["held"], "yes") << "in every world that grants it";
        }
        EXPECT_TRUE(asked(pack, {{"opened", !granting}}).is_null());
    }
}

struct Length {
    const char *by, *facts, *window;
};

const Length lengths[] = {
    {R"({"after":"received_on","least":3,"most":12,"unit":"business_days"})", "{}", R"({"after":"received_on","safe":3,"last":12,"unit":"business_days"})"},
    {R"({"after":"received_on","least":0,"most":0,"unit":"calendar_days"})", "{}", R"({"after":"received_on","safe":0,"last":0,"unit":"calendar_days"})"},
    {R"({"after":"received_on","length":0,"unit":"calendar_days"})", "{}", R"({"after":"received_on","safe":0,"last":0,"unit":"calendar_days"})"},
    {R"({"after":"received_on","length":2,"unit":"calendar_months"})", "{}", R"({"after":"received_on","safe":2,"last":2,"unit":"calendar_months"})"},
    {R"({"after":"received_on","length":1,"unit":"calendar_years"})", "{}", R"({"after":"received_on","safe":1,"last":1,"unit":"calendar_years"})"},
    {R"({"after":"received_on","length":{"fact":"seller_return_window"},"unit":"calendar_days"})", "{}",
     R"({"after":"received_on","safe":15,"last":30,"unit":"calendar_days"})"},
    {R"({"after":"received_on","length":{"fact":"seller_return_window"},"unit":"calendar_days"})", R"({"seller_return_window":0})",
     R"({"after":"received_on","safe":0,"last":0,"unit":"calendar_days"})"},
    {R"({"after":"received_on","length":{"fact":"seller_return_window","at_least":20},"unit":"calendar_days"})", "{}",
     R"({"after":"received_on","safe":20,"last":30,"unit":"calendar_days"})"},
    {R"({"after":"received_on","length":{"fact":"seller_return_window","at_least":20},"unit":"calendar_days"})", R"({"seller_return_window":21})",
     R"({"after":"received_on","safe":21,"last":21,"unit":"calendar_days"})"},
    {R"({"later_of":["extension_until",{"after":"received_on","length":14,"unit":"calendar_days"}]})", R"({"extension_until":"2026-03-30"})",
     R"({"after":"received_on","safe":14,"last":14,"unit":"calendar_days"})"},
    {R"({"after":{"first_of":["delivered_on","received_on"]},"length":14,"unit":"calendar_days"})", "{}",
     R"({"after":"delivered_on","safe":14,"last":14,"unit":"calendar_days"})"},
    {R"("received_on")", "{}", "null"},
};

TEST(AnswerEdges, TheLengthOfAWindowIsWhatItsRuleSays) {
    for (const Length& row : lengths) {
        json pack = plain_shop();
        pack["rules"].push_back(rule("window", "window", {{"by", json::parse(row.by)}}));
        EXPECT_EQ(asked(pack, json::parse(row.facts))["window"], json::parse(row.window)) << row.by << row.facts;
    }
}

// Three readings of one text: the shortest and the longest, in whichever order they stand.
TEST(AnswerEdges, ThreeReadingsOfAWindowAreOneFromTheShortestToTheLongest) {
    for (const std::vector<int>& order : std::vector<std::vector<int>>{{12, 16, 20}, {20, 16, 12}, {16, 20, 12}}) {
        json pack = plain_shop();
        pack["conflicts"]["X2"] = json::parse(R"({"slot":"window","says":"Three pages disagree.","readings":[
            {"id":"a","value":"one","clauses":"R1"},{"id":"b","value":"other","clauses":"R2"},{"id":"c","value":"third","clauses":"R3"}]})");
        for (std::size_t i = 0; i < 3; ++i) {
            const std::string id(1, static_cast<char>('a' + i));
            pack["rules"].push_back(rule("in-" + id, "window", {{"by", days_after("received_on", order[i])}, {"reading", {{"X2", id}}}}));
        }
        EXPECT_EQ(asked(pack)["window"], json::parse(R"({"after":"received_on","safe":12,"last":20,"unit":"calendar_days"})"));
        EXPECT_EQ(asked(pack)["act_by"], days("2026-03-22", "2026-03-30"));
    }
}

// Who pays is the same in both worlds, but in one of them a reading says nothing of it: that hangs on the open fact.
TEST(AnswerEdges, AReadingThatIsSilentOnPostageMakesADifference) {
    for (const char* spoken : {"a", "b"}) {
        json pack = with_two_readings();
        pack["rules"].push_back(rule("grounds", "grounds", {{"says", "yes"}}));
        pack["rules"].push_back(rule("opened", "return_shipping", {{"payers", {"seller"}}, {"when", {{"opened", true}}}}));
        pack["rules"].push_back(rule("sealed", "return_shipping", {{"payers", {"seller"}}, {"when", {{"opened", false}}}, {"reading", {{"X2", spoken}}}}));
        EXPECT_EQ(asked(pack)["return_shipping"], json::array({"seller"}));
        EXPECT_EQ(asked(pack)["silent_on"], json::array({"return_shipping"}));
        EXPECT_EQ(asked(pack)["missing"], json::array({"opened"}));
        EXPECT_EQ(asked(pack, {{"opened", true}})["silent_on"], json::array());
    }
}

// Rules are counted by the hundred without any of them getting lost.
TEST(AnswerEdges, TheLastOfManyRulesIsAReasonLikeTheFirst) {
    json pack = plain_shop();
    for (int i = 0; i < 300; ++i) {
        const std::string id = "paid-" + std::to_string(1000 + i);
        pack["rules"].push_back(rule(id, "return_shipping", {{"payers", {"seller"}}, {"when", {{"opened", i % 2 == 0}}}}));
    }
    const auto held = [](const json& one) {
        json out = json::object();
        for (const json& reason : one["reasons"]) out[reason["rule"].get<std::string>()] = reason["held"];
        return out;
    };
    const json open = held(asked(pack)), known = held(asked(pack, {{"opened", true}}));
    for (const char* id : {"paid-1000", "paid-1298"}) {
        EXPECT_EQ(open.value(id, ""), "unknown") << id;
        EXPECT_EQ(known.value(id, ""), "yes") << id;
    }
    for (const char* id : {"paid-1001", "paid-1299"}) {
        EXPECT_EQ(open.value(id, ""), "unknown") << id;
        EXPECT_FALSE(known.contains(id)) << id;
    }
}

// Nobody is asked for the day on which a thing came that has not come.
TEST(AnswerEdges, WhatCannotBeGivenBesideWhatIsGivenIsNotMissing) {
    json pack = plain_shop();
    pack["rules"].push_back(rule("window", "window", {{"by", {{"later_of", {days_after("received_on", 12), "delivered_on"}}}}}));
    const json late = asked(pack, {{"reason", "damaged"}, {"received_on", nullptr}});
    for (const char* fact : {"received_on", "delivered_on"}) {
        EXPECT_EQ(std::count(late["missing"].begin(), late["missing"].end(), fact), 1) << late["missing"];
    }
    const json never = asked(pack, {{"reason", "not_received"}, {"received_on", nullptr}});
    EXPECT_EQ(never["missing"], json::array({"delivered_on"}));
}

// A remedy leads only where its own condition is known to hold and it can be had.
TEST(AnswerEdges, ARemedyThatLeadsComesFirstWhereItCanBeHad) {
    json pack = plain_shop();
    json second = pack["remedies"][0];
    second["id"] = "exchange";
    second["wants"] = "exchange";
    second["leads"] = {{"opened", true}};
    pack["remedies"].push_back(second);
    const auto first = [&](const json& facts) { return ask(pack, received(facts))["items"][0]["entitlements"][0]["remedy"]; };
    EXPECT_EQ(first({{"opened", true}}), "exchange");
    EXPECT_EQ(first({{"opened", false}}), "refund_on_return");
    EXPECT_EQ(first(json::object()), "refund_on_return") << "not known to lead";
    pack["rules"].push_back(rule("no-exchange", "grounds", {{"says", "no"}, {"for", "exchange"}, {"overrides", "grounds"}}));
    EXPECT_EQ(first({{"opened", true}}), "refund_on_return") << "refused";
}

}  // namespace
}  // namespace returnable::test
