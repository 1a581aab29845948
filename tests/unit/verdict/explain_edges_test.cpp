// What stands around an answer, in an invented shop: whose turn it is, the steps, the codes, the reasons, what was taken for granted.
#include "invented_shop.h"

namespace returnable::test {
namespace {

json rule(const std::string& id, const json& slot, json more, const char* clause = "R1") {
    more["id"] = id;
    more["slot"] = slot;
    more["clauses"] = clause;
    return more;
}

json step(const std::string& id, const std::string& actor, json more) {
    more["id"] = id;
    more["actor"] = actor;
    more["clauses"] = "R2";
    return more;
}

// Ask within 10 days of receipt; the shop answers within 5 days; send it within 7 of that; the money within 4 days of sending.
json path_shop() {
    json pack = json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json"));
    pack["facts"]["transit_days"] = {{"range", {7, 40}}};
    pack["steps"] = json::array({
        step("request", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}}),
        step("reply", "seller", {{"after", "request"}, {"done", "return_approved_on"}}),
        step("ship_back", "buyer", {{"after", "reply"}, {"done", "returned_on"}}),
        step("money", "platform", {{"after", "ship_back"}, {"done", "refund_issued_on"}}),
    });
    pack["remedies"][0]["refund_step"] = "money";
    pack["rules"] = json::array({
        rule("grounds", "grounds", {{"says", "yes"}}),
        rule("condition", "condition", {{"says", "yes"}}),
        rule("postage", "return_shipping", {{"payers", {"buyer"}}}),
        rule("window", {"window", "request"}, {{"by", days_after("received_on", 10)}}),
        rule("reply", "reply", {{"by", days_after("opening", 5)}}, "R3"),
        rule("send", "ship_back", {{"by", days_after("opening", 7)}}),
        rule("money", "money", {{"by", days_after("opening", 4)}}),
    });
    return pack;
}

json received(const json& facts) {
    json all = {{"received_on", "2026-03-10"}};
    all.update(facts);
    return all;
}

json asked(const json& pack, const json& facts = json::object()) { return entitlement(ask(pack, received(facts)), "refund_on_return"); }

json step_of(const json& one, const std::string& id) {
    for (const json& step : one["steps"]) {
        if (step["id"] == id) return step;
    }
    return nullptr;
}

bool has(const json& list, const std::string& what) { return std::find(list.begin(), list.end(), what) != list.end(); }

bool is_a_reason(const json& one, const std::string& rule) {
    return std::any_of(one["reasons"].begin(), one["reasons"].end(), [&](const json& reason) { return reason["rule"] == rule; });
}

TEST(ExplainEdges, ThePhaseSaysWhoseTurnItIs) {
    const auto phase = [](const json& facts, const json& pack = path_shop()) { return ask(pack, received(facts))["headline"]["phase"]; };
    const json requested = {{"return_requested_on", "2026-03-16"}}, slow = {{"return_requested_on", "2026-03-14"}};
    const json approved = {{"return_requested_on", "2026-03-12"}, {"return_approved_on", "2026-03-14"}};
    EXPECT_EQ(phase(json::object()), "start");
    EXPECT_EQ(phase(requested), "waiting");
    EXPECT_EQ(phase({{"return_requested_on", "2026-03-15"}}), "waiting") << "the last day of the answer";
    EXPECT_EQ(phase(slow), "late");
    EXPECT_EQ(phase(approved), "your_turn");
    EXPECT_EQ(phase({{"return_requested_on", "2026-03-11"}, {"return_approved_on", "2026-03-12"}}), "late") << "whoever missed it";
    EXPECT_EQ(phase({{"returned_on", "2026-03-18"}}), "waiting");
    EXPECT_EQ(phase({{"returned_on", "2026-03-12"}}), "late");
    EXPECT_EQ(phase({{"returned_on", "2026-03-12"}, {"refund_issued_on", "2026-03-19"}}), "done");
    // What is not shown is nobody's turn, nor late; an optional step neither begins the matter nor holds it up.
    json pack = path_shop();
    pack["steps"][1]["shown"] = false;
    EXPECT_EQ(phase(slow, pack), "your_turn") << "nobody's last day is known";
    pack = path_shop();
    pack["steps"][2]["shown"] = false;
    EXPECT_EQ(phase(approved, pack), "your_turn") << "waiting is said only where somebody else's last day is known";
    pack = path_shop();
    pack["steps"][2]["optional"] = true;
    EXPECT_EQ(phase(approved, pack), "your_turn");
    pack = path_shop();
    pack["steps"][0]["optional"] = true;
    EXPECT_EQ(phase(requested, pack), "start");
    // Without a step for the money it is never done.
    pack = path_shop();
    pack["remedies"][0].erase("refund_step");
    EXPECT_EQ(phase({{"returned_on", "2026-03-18"}, {"refund_issued_on", "2026-03-19"}}, pack), "your_turn");
    EXPECT_FALSE(asked(pack).contains("refund_by") && !asked(pack)["refund_by"].is_null());
}

TEST(ExplainEdges, OnlyWhatIsStillToComeIsProjected) {
    const json start = asked(path_shop());
    EXPECT_FALSE(step_of(start, "request")["projected"].get<bool>());
    for (const char* id : {"reply", "ship_back", "money"}) EXPECT_TRUE(step_of(start, id)["projected"].get<bool>()) << id;
    const json sent = asked(path_shop(), {{"return_requested_on", "2026-03-12"}, {"returned_on", "2026-03-18"}});
    for (const json& step : sent["steps"]) EXPECT_FALSE(step["projected"].get<bool>()) << step;
    EXPECT_EQ(step_of(sent, "ship_back")["done_on"], "2026-03-18");
    EXPECT_FALSE(step_of(sent, "money").contains("done_on"));
    EXPECT_EQ(step_of(sent, "money")["actor"], "platform");
}

// A step cites its own clauses and those of the rules that gave it its day, and no others.
TEST(ExplainEdges, AStepCitesWhatItsDaysComeFrom) {
    json pack = path_shop();
    pack["rules"][4]["when"] = {{"opened", false}};
    pack["rules"].push_back(rule("slow-reply", "reply", {{"by", days_after("opening", 9)}, {"when", {{"opened", true}}}}, "R6"));
    EXPECT_EQ(step_of(asked(pack, {{"opened", false}}), "reply")["clauses"], json::array({"R2", "R3"}));
    EXPECT_EQ(step_of(asked(pack, {{"opened", true}}), "reply")["clauses"], json::array({"R2", "R6"}));
    EXPECT_EQ(step_of(asked(pack), "reply")["clauses"], json::array({"R2", "R3", "R6"}));
    EXPECT_EQ(step_of(asked(pack), "request")["clauses"], json::array({"R1", "R2"}));
    const json cited = ask(pack, received({{"opened", false}}))["clauses"];
    EXPECT_TRUE(cited.contains("R3"));
    EXPECT_FALSE(cited.contains("R6"));
    EXPECT_TRUE(ask(pack, received({{"opened", true}}))["clauses"].contains("R6"));
    EXPECT_TRUE(is_a_reason(asked(pack), "slow-reply"));
    EXPECT_FALSE(is_a_reason(asked(pack, {{"opened", false}}), "slow-reply"));
}

// Over all worlds: the hull of its days, and the state that promises least.
TEST(ExplainEdges, AStepOfSeveralWorldsIsAsWideAsAllOfThem) {
    for (const bool turned : {false, true}) {
        json pack = path_shop();
        pack["rules"][4] = rule("quick", "reply", {{"by", days_after("opening", 2)}, {"when", {{"opened", turned}}}});
        pack["rules"].push_back(rule("slow", "reply", {{"by", days_after("opening", 9)}, {"when", {{"opened", !turned}}}}));
        const json requested = {{"return_requested_on", "2026-03-16"}};
        json one = step_of(asked(pack, requested), "reply");
        EXPECT_EQ(one["act_by"], json::parse(R"({"safe":"2026-03-18","last":"2026-03-25"})"));
        EXPECT_EQ(one["state"], "waiting") << "overdue in one world only";
        one = step_of(asked(pack, requested), "ship_back");
        EXPECT_EQ(one["opens"], json::parse(R"({"earliest":"2026-03-18","sure":"2026-03-25"})")) << "a day that is past does not move on with today";
        // Where one world sets no time, the other's stands alone.
        pack["rules"].erase(pack["rules"].size() - 1);
        one = step_of(asked(pack, requested), "reply");
        EXPECT_EQ(one["act_by"], json::parse(R"({"safe":"2026-03-18","last":"2026-03-18"})"));
        // And where it is a step in one world only, it is as it is there.
        pack = path_shop();
        pack["steps"][1]["when"] = {{"opened", turned}};
        EXPECT_EQ(step_of(asked(pack, requested), "reply")["act_by"], json::parse(R"({"safe":"2026-03-21","last":"2026-03-21"})"));
        EXPECT_TRUE(step_of(asked(pack, {{"opened", !turned}}), "reply").is_null());
    }
}

// Three pieces of advice at most; a rule whose advice is not among them is no reason. All else is said in full.
TEST(ExplainEdges, AdviceIsShortAndProofIsNot) {
    json pack = path_shop();
    for (const char* slot : {"advice", "evidence", "support", "location"}) {
        const std::string name = slot;
        for (int i = 1; i <= 5; ++i) pack[name == "evidence" ? "evidence" : "advice"].push_back(name + "_" + std::to_string(i));
        pack["rules"].push_back(rule(name + "-a", slot, {{"codes", {name + "_1", name + "_2"}}}));
        pack["rules"].push_back(rule(name + "-b", slot, {{"codes", {name + "_3"}}}));
        pack["rules"].push_back(rule(name + "-c", slot, {{"codes", {name + "_4"}}}, "R6"));
        pack["rules"].push_back(rule(name + "-d", slot, {{"codes", {name + "_5"}}, {"when", {{"opened", true}}}}));
    }
    const json one = asked(pack, {{"opened", false}});
    EXPECT_EQ(one["advice"], json::array({"advice_1", "advice_2", "advice_3"}));
    for (const char* slot : {"evidence", "support", "location"}) {
        const std::string name = slot;
        EXPECT_EQ(one[name], json::array({name + "_1", name + "_2", name + "_3", name + "_4"}));
        for (const char* id : {"-a", "-b", "-c"}) EXPECT_TRUE(is_a_reason(one, name + id)) << name << id;
        EXPECT_FALSE(is_a_reason(one, name + "-d"));
        EXPECT_TRUE(has(asked(pack)[name], name + "_5")) << "it may be needed";
        EXPECT_TRUE(is_a_reason(asked(pack), name + "-d"));
    }
    EXPECT_TRUE(is_a_reason(one, "advice-a"));
    EXPECT_TRUE(is_a_reason(one, "advice-b"));
    EXPECT_FALSE(is_a_reason(one, "advice-c"));
    EXPECT_EQ(asked(path_shop())["evidence"], json::array());
    EXPECT_EQ(asked(path_shop())["advice"], json::array());
    EXPECT_FALSE(asked(path_shop()).contains("support"));
    EXPECT_FALSE(asked(path_shop()).contains("location"));
}

// A point on which sources disagree is shown with the remedies that it is about, unless it cannot be about this case.
TEST(ExplainEdges, AConflictIsShownWhereItMayMatter) {
    json pack = path_shop();
    json second = pack["remedies"][0];
    second["id"] = "exchange";
    pack["remedies"].push_back(second);
    pack["conflicts"] = json::object();
    pack["conflicts"]["X2"] = json::parse(R"({"slot":"support","for":"exchange","when":{"opened":true},"says":"Two pages disagree.","readings":[
        {"id":"a","value":"one","clauses":"R5"},{"id":"b","value":"other","counts":false,"why":"old","clauses":"R6"}]})");
    const auto shown = [&](const json& facts, const char* remedy) { return entitlement(ask(pack, received(facts)), remedy)["conflicts"].size(); };
    EXPECT_EQ(shown({{"opened", true}}, "exchange"), 1u);
    EXPECT_EQ(shown(json::object(), "exchange"), 1u) << "it may be";
    EXPECT_EQ(shown({{"opened", false}}, "exchange"), 0u);
    EXPECT_EQ(shown({{"opened", true}}, "refund_on_return"), 0u);
    for (const char* clause : {"R5", "R6"}) {
        EXPECT_TRUE(ask(pack, received({{"opened", true}}))["clauses"].contains(clause)) << clause;
        EXPECT_FALSE(ask(pack, received({{"opened", false}}))["clauses"].contains(clause)) << clause;
    }
}

// Past the safe day, and nothing done: that no dispute was opened before is taken for granted, and said.
TEST(ExplainEdges, ThatNothingWasDoneInTimeIsAnAssumption) {
    const auto assumes = [](const json& facts) {
        const json answer = asked(path_shop(), facts);
        json out = json::array();
        for (const json& one : answer["assumes"]) out.push_back(one["fact"]);
        return has(out, "return_requested_on");
    };
    EXPECT_FALSE(assumes({{"received_on", "2026-03-10"}})) << "today is the last day";
    EXPECT_TRUE(assumes({{"received_on", "2026-03-09"}}));
    EXPECT_FALSE(assumes({{"received_on", "2026-02-01"}, {"return_requested_on", "2026-03-01"}})) << "it was asked for, too late";
    EXPECT_FALSE(assumes({{"received_on", "2026-02-01"}, {"returned_on", "2026-03-01"}}));
    EXPECT_FALSE(assumes({{"received_on", nullptr}}));
    json pack = path_shop();
    pack["remedies"][0]["acts"] = json::array();
    EXPECT_EQ(asked(pack, {{"received_on", "2026-02-01"}})["assumes"], json::array());
}

// Days that are not known say on what they hang; those that can, do not.
TEST(ExplainEdges, EachDayThatIsOpenSaysOnWhatItHangs) {
    json pack = path_shop();
    pack["rules"].push_back(rule("opens", "opens", {{"by", days_after("promised_by", 1)}}));
    pack["rules"][6]["by"] = days_after("delivered_on", 4);
    const json one = asked(pack);
    EXPECT_EQ(one["hangs_on"], json::parse(R"({"opens":["promised_by"],"refund_by":["delivered_on"]})"));
    EXPECT_TRUE(one["opens"].is_null());
    EXPECT_TRUE(one["refund_by"].is_null());
    EXPECT_TRUE(has(one["missing"], "promised_by") && has(one["missing"], "delivered_on")) << one["missing"];
    EXPECT_EQ(asked(pack, {{"promised_by", "2026-03-18"}})["hangs_on"], json::parse(R"({"refund_by":["delivered_on"]})"));
    const json known = asked(pack, {{"promised_by", "2026-03-18"}, {"delivered_on", "2026-03-10"}});
    EXPECT_FALSE(known.contains("hangs_on"));
    EXPECT_EQ(known["opens"], json::parse(R"({"earliest":"2026-03-19","sure":"2026-03-19"})"));
    EXPECT_EQ(known["refund_by"]["latest"], "2026-03-14");
    EXPECT_FALSE(known.contains("act_by_unknown"));
    pack["rules"].erase(3);
    EXPECT_EQ(asked(pack)["act_by_unknown"], true) << "nobody says until when";
}

// What is a guess of ours makes an estimate of the day of the money, and the guess is said.
TEST(ExplainEdges, AGuessMakesAnEstimate) {
    json pack = path_shop();
    const auto basis = [&] { return asked(pack)["refund_by"]["basis"]; };
    EXPECT_EQ(basis(), "stated");
    pack["rules"][6]["basis"] = "estimate";
    EXPECT_EQ(basis(), "estimate");
    pack["rules"][6].erase("basis");
    pack["rules"][6]["by"]["length"] = {{"fact", "transit_days"}};
    EXPECT_EQ(basis(), "stated") << "the range is from a source";
    pack["facts"]["transit_days"]["ours"] = true;
    EXPECT_EQ(basis(), "estimate");
    EXPECT_EQ(asked(pack)["assumes"], json::parse(R"([{"fact":"transit_days","value":{"min":7,"max":40},"basis":"assumption"}])"));
    EXPECT_FALSE(has(asked(pack)["missing"], "transit_days"));
}

TEST(ExplainEdges, ALastResortIsCalledOneAndNeverLiftsTheItem) {
    json pack = path_shop();
    EXPECT_EQ(asked(pack)["kind"], "promise");
    pack["remedies"][0]["kind"] = "last_resort";
    EXPECT_EQ(asked(pack)["kind"], "last_resort");
    EXPECT_EQ(asked(pack)["status"], "allowed");
    EXPECT_EQ(asked(pack)["policy"], "blue_kettle");
    EXPECT_EQ(ask(pack, received(json::object()))["items"][0]["status"], "not_covered");
    EXPECT_TRUE(ask(pack, received(json::object()))["headline"]["entitlement"].is_null());
}

// Only an assumption keeps a step away: it is said, with its value.
TEST(ExplainEdges, AnAssumptionThatKeepsAStepAwayIsTold) {
    json pack = path_shop();
    pack["facts"]["size"] = {{"kind", "choice"}, {"values", {"s", "m"}}, {"assume", "m"}, {"prompt", "Which size?"}};
    pack["steps"].push_back(step("measure", "buyer", {{"after", "received_on"}, {"when", {{"size", "s"}, {"boiled", true}}}}));
    const json expected = json::parse(R"([{"fact":"boiled","value":false},{"fact":"size","value":"m"}])");
    json assumes = asked(pack)["assumes"];
    std::sort(assumes.begin(), assumes.end(), [](const json& a, const json& b) { return a["fact"] < b["fact"]; });
    EXPECT_EQ(assumes, expected);
    EXPECT_EQ(asked(pack, {{"boiled", true}, {"size", "s"}})["assumes"], json::array());
    EXPECT_EQ(asked(pack, {{"boiled", nullptr}})["assumes"], json::parse(R"([{"fact":"size","value":"m"}])"));
    pack["steps"].back()["shown"] = false;
    EXPECT_EQ(asked(pack)["assumes"], json::array());
}

}  // namespace
}  // namespace returnable::test
