// Which fact is asked for next, in an invented shop: the weightiest, and of those the one after whose answer the least is left to ask.
#include <random>

#include "invented_shop.h"

namespace returnable::test {
namespace {

struct Open {
    std::string fact;
    std::vector<json> values;  // all that can be answered; of a number its two ends
};

const std::vector<Open> facts = {
    {"opened", {true, false}},      {"seller_return_window", {15, 30}}, {"seller_agreed", {true, false}},
    {"kettle_club", {true, false}}, {"size", {"s", "m", "l"}},          {"colour", {"a", "b", "c", "d", "e"}},
};

json condition(const Open& open, std::size_t value) {
    if (open.values[0].is_number()) return value == 0 ? json{{"at_most", 20}} : json{{"at_least", 21}};
    return open.values[value];
}

json bare() {
    json pack = shop();
    pack["facts"]["colour"] = {{"kind", "choice"}, {"values", {"a", "b", "c", "d", "e"}}, {"prompt", "Which colour?"}};
    pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}})});
    return pack;
}

// A tree of questions drawn by lot: at each fork one fact, at each end a word.
void grow(json& pack, std::mt19937& random, std::vector<std::size_t> left, const json& when, int depth) {
    const auto lot = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
    if (depth == 0 || left.empty() || lot(4) == 0) {
        const char* words[] = {"yes", "no"};
        pack["rules"].push_back(rule("end-" + std::to_string(pack["rules"].size()), {{"slot", "grounds"}, {"when", when}, {"says", words[lot(2)]}}));
        return;
    }
    const std::size_t at = lot(left.size());
    const Open& open = facts[left[at]];
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
    for (std::size_t value = 0; value < open.values.size();) {
        // Neighbouring values that lead to the same place are one condition.
        json values = json::array();
        do values.push_back(condition(open, value++));
        while (value < open.values.size() && !open.values[0].is_number() && lot(3) > 0);
        json deeper = when;
        deeper[open.fact] = open.values[0].is_number() ? values[0] : values;
        grow(pack, random, left, deeper, depth - 1);
    }
    if (open.fact != "seller_agreed") return;
    json unsaid = when;
    unsaid[open.fact] = "unstated";
    grow(pack, random, left, unsaid, depth - 1);
}

std::vector<std::string> missing_of(const json& verdict) {
    std::vector<std::string> out;
    for (const json& one : verdict["items"][0]["entitlements"]) {
        for (const json& fact : one["missing"]) {
            if (std::find(out.begin(), out.end(), fact) == out.end()) out.push_back(fact);
        }
    }
    return out;
}

// A day that is asked for is not itself left to ask: of two that leave as much, the first of the dictionary is asked.
TEST(QuestionEdges, ADayIsNotLeftAfterItself) {
    json pack = bare();
    for (const bool opened : {false, true}) {
        pack["rules"].push_back(rule(opened ? "opened" : "sealed", {{"slot", "grounds"}, {"says", opened ? "no" : "yes"}, {"when", {{"opened", opened}}}}));
    }
    pack["rules"].push_back(rule("window", {{"slot", "window"}, {"by", days_after("received_on", 40)}}));
    const json verdict = ask(pack, json::object());
    EXPECT_EQ(missing_of(verdict), (std::vector<std::string>{"opened", "received_on"}));
    EXPECT_EQ(verdict["next_question"]["fact"], "received_on");
}

// Why it is asked is said of where it weighs most, whichever item that is.
TEST(QuestionEdges, WhyIsToldOfTheWeightiestItem) {
    json pack = bare();
    json second = pack["remedies"][0];
    second["id"] = "exchange";
    pack["remedies"].push_back(second);
    const auto when = [](const char* reason, bool opened) { return json{{"reason", reason}, {"opened", opened}}; };
    pack["rules"].push_back(rule("damaged", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"reason", "damaged"}}}}));
    for (const bool opened : {false, true}) {
        const std::string end = opened ? "-opened" : "-sealed";
        pack["rules"].push_back(rule(
            "pays" + end, {{"slot", "return_shipping"}, {"for", "exchange"}, {"payers", {opened ? "buyer" : "seller"}}, {"when", when("damaged", opened)}}));
        pack["rules"].push_back(rule("mind" + end, {{"slot", "grounds"}, {"says", opened ? "no" : "yes"}, {"when", when("changed_mind", opened)}}));
    }
    Library library;
    ASSERT_TRUE(library.add_pack(pack.dump()).empty());
    for (const bool turned : {false, true}) {
        json order = {{"as_of", "2026-03-20"}, {"facts", {{"marketplace", "blue_kettle"}}}};
        order["items"] = json::parse(R"([{"id":"light","facts":{"reason":"damaged"}},{"id":"weighty","facts":{"reason":"changed_mind"}}])");
        if (turned) std::swap(order["items"][0], order["items"][1]);
        const json question = check_case(order, library)["next_question"];
        EXPECT_EQ(question["fact"], "opened") << turned;
        EXPECT_EQ(question["why"], json::array({"status"})) << turned;
    }
}

TEST(QuestionEdges, TheFactAfterWhichTheLeastIsLeftOnAverage) {
    int asked = 0, told_apart = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        std::mt19937 random(seed);
        json pack = bare();
        grow(pack, random, {0, 1, 2, 3, 4, 5}, json::object(), 3);
        const json verdict = ask(pack, json::object());
        const auto missing = missing_of(verdict);
        std::string best;
        double least = 1e9, most = -1;
        // In the pack's order: the dictionary's facts, then its own by name.
        for (const char* name : {"seller_agreed", "seller_return_window", "opened", "colour", "kettle_club", "size"}) {
            const auto open = std::find_if(facts.begin(), facts.end(), [&](const Open& one) { return one.fact == name; });
            if (std::find(missing.begin(), missing.end(), open->fact) == missing.end()) continue;
            double sum = 0;
            for (const json& value : open->values) sum += static_cast<double>(missing_of(ask(pack, {{open->fact, value}})).size());
            const double left = sum / static_cast<double>(open->values.size());
            most = std::max(most, left);
            if (left >= least - 1e-9) continue;
            least = left;
            best = open->fact;
        }
        if (best.empty()) {
            EXPECT_TRUE(verdict["next_question"].is_null()) << seed;
            continue;
        }
        ++asked;
        told_apart += most > least;
        EXPECT_EQ(verdict["next_question"]["fact"], best) << "seed " << seed << ", missing " << json(missing) << ", rules " << pack["rules"];
        EXPECT_EQ(verdict["next_question"]["why"], json::array({"status"}));
    }
    EXPECT_GT(asked, 200);
    EXPECT_GT(told_apart, 50);
}

/// Grounds that hang on nothing, and one more remedy.
json two_remedies() {
    json pack = bare();
    json second = pack["remedies"][0];
    second["id"] = "exchange";
    pack["remedies"].push_back(second);
    pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
    return pack;
}

void hang(json& pack, const std::string& slot, const char* fact, const char* remedy, const char* overrides = nullptr) {
    for (const bool value : {false, true}) {
        json one = {{"slot", slot}, {"for", remedy}, {"when", {{fact, value}}}};
        if (slot == "return_shipping") one["payers"] = {value ? "buyer" : "seller"};
        if (slot == "grounds") one["says"] = value ? "yes" : "depends";
        if (slot == "window") one["by"] = days_after("received_on", value ? 20 : 30);
        if (overrides) one["overrides"] = overrides;
        pack["rules"].push_back(rule(slot + "-" + fact + "-" + remedy + (value ? "-yes" : "-no"), one));
    }
}

json question(const json& pack) { return ask(pack, {{"received_on", "2026-03-10"}})["next_question"]; }

TEST(QuestionEdges, TheStatusBeforeWhoPaysAndTheFirstRemedyBeforeTheSecond) {
    json pack = two_remedies();
    hang(pack, "return_shipping", "opened", "refund_on_return");
    EXPECT_EQ(question(pack), json::parse(R"({"fact":"opened","items":["item"],"why":["return_shipping"]})"));
    hang(pack, "grounds", "kettle_club", "exchange", "grounds");
    EXPECT_EQ(question(pack)["fact"], "opened") << "of the first remedy, though only of who pays";
    hang(pack, "grounds", "kettle_club", "refund_on_return", "grounds");
    EXPECT_EQ(question(pack)["fact"], "kettle_club");
    EXPECT_EQ(question(pack)["why"], json::array({"status"}));
}

// Why it is asked is said of the entitlement in which it weighs most, whichever of its parts hang on it.
TEST(QuestionEdges, WhyIsToldOfTheFirstEntitlementThatHangsOnIt) {
    json pack = two_remedies();
    hang(pack, "return_shipping", "opened", "refund_on_return");
    hang(pack, "grounds", "opened", "exchange", "grounds");
    EXPECT_EQ(question(pack)["why"], json::array({"return_shipping"}));
    hang(pack, "window", "opened", "refund_on_return");
    EXPECT_EQ(question(pack)["why"], json::array({"act_by", "return_shipping"}));
    json last = two_remedies();
    hang(last, "grounds", "opened", "refund_on_return", "grounds");
    hang(last, "return_shipping", "opened", "exchange");
    EXPECT_EQ(question(last)["why"], json::array({"return_shipping"})) << "what is certain stands first, so it is said of that";
}

TEST(QuestionEdges, APromiseBeforeALastResort) {
    json pack = two_remedies();
    pack["remedies"][1]["kind"] = "last_resort";
    hang(pack, "grounds", "kettle_club", "exchange", "grounds");
    EXPECT_EQ(question(pack)["fact"], "kettle_club");
    hang(pack, "return_shipping", "opened", "refund_on_return");
    EXPECT_EQ(question(pack)["fact"], "opened");
    EXPECT_EQ(question(pack)["why"], json::array({"return_shipping"}));
}

// A bonus: the answer is yes in any case, and only more time could be gained.
TEST(QuestionEdges, OnlyMoreTimeIsABonus) {
    json pack = two_remedies();
    hang(pack, "window", "opened", "refund_on_return");
    EXPECT_EQ(question(pack)["bonus"], true);
    hang(pack, "return_shipping", "opened", "refund_on_return");
    EXPECT_FALSE(question(pack).contains("bonus")) << "who pays is no bonus";
    json unsure = two_remedies();
    unsure["rules"][1]["says"] = "depends";
    hang(unsure, "window", "opened", "refund_on_return");
    EXPECT_FALSE(question(unsure).contains("bonus")) << "not a yes";
    json elsewhere = two_remedies();
    hang(elsewhere, "return_shipping", "opened", "exchange");
    EXPECT_EQ(question(elsewhere)["bonus"], true) << "nothing of the leading remedy hangs on it";
}

// A day that is missing counts among what is left to ask.
TEST(QuestionEdges, ADateThatAnAnswerMakesNeedlessCounts) {
    for (const bool turned : {false, true}) {
        json pack = two_remedies();
        pack["remedies"].erase(1);
        const char *needs = turned ? "opened" : "kettle_club", *other = turned ? "kettle_club" : "opened";
        // Both facts change the last day; with the one, a date that nobody gave is needed, or not.
        for (const bool value : {false, true}) {
            const json by = value ? days_after("delivered_on", 9) : days_after("received_on", 20);
            for (const bool also : {false, true}) {
                pack["rules"].push_back(
                    rule(std::string(value ? "a" : "b") + (also ? "c" : "d"),
                         {{"slot", "window"}, {"when", {{needs, value}, {other, also}}}, {"by", value ? by : days_after("received_on", also ? 20 : 25)}}));
            }
        }
        EXPECT_EQ(ask(pack, {{"received_on", "2026-03-10"}})["next_question"]["fact"], needs);
    }
}

}  // namespace
}  // namespace returnable::test
