// A pack in which one value stands in for another: each place in it, each kind of value. It is refused with faults that have a
// place, or it answers; it never takes the library down.
#include "invented_shop.h"

namespace returnable::test {
namespace {

// A pack that uses most words of the language.
json full_pack() {
    json pack = json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json"));
    pack["effective"] = {{"from", "2020-01-01"}, {"to", "2199-12-31"}};
    pack["advice"] = json::array({"ask_first"});
    pack["evidence"] = json::array({"photo"});
    pack["facts"]["size"] = {{"kind", "choice"}, {"values", {"s", "m", "l"}}, {"prompt", "Which size?"}};
    pack["facts"]["weight"] = {{"kind", "number"}, {"least", 1}, {"most", 9}, {"range", {2, 4}}, {"ours", true}, {"prompt", "How heavy?"}};
    pack["facts"]["seller_agreed"] = {{"absent", "unstated"}};
    pack["remedies"][0]["leads"] = {{"opened", false}};
    pack["remedies"][0]["refund_step"] = "money";
    pack["steps"] = json::parse(R"([
        {"id":"ship_back","actor":"buyer","for":["refund_on_return"],"after":"received_on","when":{"any":[{"opened":true},{"size":["s","m"]}]},"done":["returned_on"],
         "done_when":{"seller_agreed":"unstated"},"decides":true,"advised_by":{"when":{"opened":true},"by":"as_of"},"clauses":"R1"},
        {"id":"money","actor":"seller","after":{"later_of":["ship_back",{"after":"received_on","length":{"fact":"weight","at_least":1},"unit":"business_days","roll":"following"}]},
         "done":"refund_issued_on","shown":true,"optional":false,"clauses":["R1","R2"]}])");
    pack["rules"].push_back(
        json::parse(R"({"id":"hurry","slot":"money","for":["refund_on_return"],"when":{"weight":{"at_least":2,"at_most":3},"reading":{"X1":["from_receipt"]}},
        "by":{"after":"opening","least":1,"most":3,"unit":"calendar_days"},"basis":"estimate","clauses":"R1"})"));
    pack["rules"].push_back(json::parse(R"({"id":"slow","slot":["money"],"when":{"not":{"weight":{"at_most":3}},"past":"window_end"},
        "reading":{"X1":"from_receipt"},"by":{"first_of":["return_received_on",{"earlier_of":["received_on","delivered_on"]}]},"overrides":["hurry"],"clauses":"R1"})"));
    return pack;
}

json asked_of(const json& pack, const char* facts) {
    Library shops;
    if (const auto errors = shops.add_pack(pack.dump()); !errors.empty()) {
        for (const Error& error : errors) {
            EXPECT_FALSE(error.code.empty());
            EXPECT_FALSE(error.message.empty());
            EXPECT_TRUE(error.path.empty() || error.path[0] == '/') << error.path;
        }
        return "refused";
    }
    json order = {{"as_of", "2026-03-20"}, {"facts", json::parse(facts)}};
    order["facts"]["marketplace"] = pack["id"];
    return check_case(order, shops);
}

std::vector<json::json_pointer> places_in(const json& value, const json::json_pointer& here = json::json_pointer()) {
    std::vector<json::json_pointer> out{here};
    const auto add = [&](const json& child, const json::json_pointer& place) {
        const auto below = places_in(child, place);
        out.insert(out.end(), below.begin(), below.end());
    };
    if (value.is_object()) {
        for (const auto& [key, child] : value.items()) add(child, here / key);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) add(value[i], here / i);
    }
    return out;
}

TEST(EveryValue, MayBeReplacedByAnyOtherKindOfValue) {
    const json pack = full_pack();
    ASSERT_TRUE(asked_of(pack, R"({"reason":"damaged"})").contains("items")) << asked_of(pack, R"({"reason":"damaged"})");
    std::size_t refused = 0, answered = 0;
    for (const auto& place : places_in(pack)) {
        for (const char* value : {"null", "true", "7", "-1", "\"\"", "\"R1\"", "\"as_of\"", "[]", "[[]]", "[\"R1\"]", "{}", "[{}]", R"({"a":[]})"}) {
            json changed = pack;
            changed[place] = json::parse(value);
            const json answer = asked_of(changed, R"({"reason":"damaged","received_on":"2026-03-01","opened":null})");
            (answer == "refused" ? refused : answered) += 1;
            if (answer != "refused") EXPECT_TRUE(answer.contains("items") || answer.contains("errors")) << place << " " << value;
        }
    }
    EXPECT_GT(refused, 1000u);
    EXPECT_GT(answered, 100u);
}

TEST(EveryValue, MayBeLeftOut) {
    const json pack = full_pack();
    std::size_t refused = 0, answered = 0;
    for (const auto& place : places_in(pack)) {
        if (place.empty()) continue;
        json changed = pack;
        json& parent = changed[place.parent_pointer()];
        if (parent.is_object()) parent.erase(place.back());
        else parent.erase(static_cast<std::size_t>(std::stoul(place.back())));
        (asked_of(changed, R"({"reason":"damaged","received_on":"2026-03-01"})") == "refused" ? refused : answered) += 1;
    }
    EXPECT_GT(refused, 50u);
    EXPECT_GT(answered, 50u);
}

TEST(EveryValue, MayStandUnderAnotherName) {
    const json pack = full_pack();
    std::size_t refused = 0;
    for (const auto& place : places_in(pack)) {
        if (place.empty() || !pack[place.parent_pointer()].is_object()) continue;
        for (const char* name : {"", "nonsense", "a/b~c"}) {
            json changed = pack;
            json& parent = changed[place.parent_pointer()];
            const json value = parent[place.back()];
            parent.erase(place.back());
            parent[name] = value;
            refused += asked_of(changed, R"({"reason":"damaged","received_on":"2026-03-01"})") == "refused" ? 1 : 0;
        }
    }
    EXPECT_GT(refused, 300u);
    for (const char* when : {R"({"":true})", R"({"any":[{"":true}]})", R"({"reading":{"":"from_receipt"}})", R"({"reading":{"X1":""}})", R"({"past":""})"}) {
        json changed = pack;
        changed["rules"][0]["when"] = json::parse(when);
        const auto errors = Library().validate(changed.dump());
        ASSERT_FALSE(errors.empty()) << when;
        EXPECT_EQ(errors[0].code, "unknown_name") << when;
    }
}

TEST(EveryValue, AnEmptyListOfSlotsIsAFault) {
    for (const char* place : {"/rules/1/slot", "/conflicts/X1/slot"}) {
        json pack = full_pack();
        pack[json::json_pointer(place)] = json::array();
        const auto errors = Library().validate(pack.dump());
        ASSERT_EQ(errors.size(), 1u) << errors_text(errors);
        EXPECT_EQ(errors[0].code + " " + errors[0].path, std::string("missing ") + place);
    }
}

// Two rules that together ask for more values than can be tried: whether they contradict each other is not known, and that is said.
TEST(EveryValue, TwoRulesThatAskForTooMuchToBeComparedAreAFault) {
    json pack = shop(), when = json::object();
    for (int i = 0; i < 12; ++i) {
        const std::string fact = "open_" + std::to_string(i);
        pack["facts"][fact] = {{"kind", "choice"}, {"values", {"a", "b", "c"}}, {"prompt", "Which?"}};
        when[fact] = json::array({"a", "b"});
        pack["rules"].push_back(rule("tells-apart-" + std::to_string(i), {{"slot", "return_shipping"}, {"when", {{fact, "a"}}}, {"payers", {"buyer"}}}));
    }
    pack["rules"].push_back(rule("ten", {{"slot", "window"}, {"when", when}, {"by", "received_on"}}));
    pack["rules"].push_back(rule("twenty", {{"slot", "window"}, {"when", when}, {"by", "delivered_on"}}));
    const auto errors = Library().validate(pack.dump());
    ASSERT_EQ(errors.size(), 1u) << errors_text(errors);
    EXPECT_EQ(errors[0].code + " " + errors[0].path, "too_many /rules/13");
    pack["rules"].back()["overrides"] = "ten";
    EXPECT_TRUE(Library().validate(pack.dump()).empty());
}

// What is too uncertain for the verdict is no less so without its text.
TEST(EveryValue, ATooOpenCaseHasNoQuickAnswerEither) {
    json pack = shop();
    pack["rules"].push_back(rule("condition", {{"slot", "condition"}, {"says", "yes"}}));
    for (int i = 0; i < 12; ++i) {
        const std::string fact = "open_" + std::to_string(i);
        pack["facts"][fact] = {{"kind", "choice"}, {"values", {"a", "b", "c", "d", "e"}}, {"prompt", "Which?"}};
        for (const char* value : {"a", "b", "c", "d"}) {
            pack["rules"].push_back(rule(fact + "-" + value, {{"slot", "grounds"}, {"when", {{fact, value}}}, {"says", "yes"}}));
        }
    }
    const auto codes_of = [&](const json& with) {
        Library shops;
        EXPECT_TRUE(shops.add_pack(with.dump()).empty());
        const std::string order = R"({"as_of":"2026-03-20","facts":{"marketplace":"blue_kettle","reason":"damaged"}})";
        const json swept = json::parse(sweep_json(shops, order, "2026-03-20", "2026-03-20"));
        const json all = json::parse(check_all_json(shops, std::vector<std::string_view>{order}));
        EXPECT_EQ(swept[0]["errors"], all[0]["errors"]);
        EXPECT_EQ(json::parse(compare_json(shops, order))["errors"][0]["code"], "too_uncertain");
        return all[0].contains("errors") ? all[0]["errors"][0]["code"] : all[0]["items"][0]["status"];
    };
    EXPECT_EQ(codes_of(pack), "too_uncertain");
    for (json& one : pack["rules"]) {
        if (one["slot"] != "grounds") continue;
        one["slot"] = "return_shipping";
        one.erase("says");
        one["payers"] = {"buyer"};
    }
    pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
    EXPECT_EQ(codes_of(pack), "too_uncertain") << "who pays is part of it";
}

TEST(EveryValue, TheLastOfManyClausesIsCited) {
    json pack = shop();
    for (int i = 0; i < 300; ++i) pack["clauses"]["Z" + std::to_string(100 + i)] = pack["clauses"]["R1"];
    pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
    pack["rules"].back()["clauses"] = "Z399";
    const json verdict = ask(pack, json::object());
    EXPECT_TRUE(verdict["clauses"].contains("Z399"));
    EXPECT_FALSE(verdict["clauses"].contains("Z398"));
}

// No world that was tried grants it, and those that were not tried might: that is not known, which is not a no.
TEST(EveryValue, ARemedyThatTooManyFactsGrantIsNotPassedOver) {
    json pack = shop(), all = json::array();
    for (int i = 0; i < 10; ++i) {
        const std::string fact = "open_" + std::to_string(i);
        pack["facts"][fact] = {{"kind", "choice"}, {"values", {"a", "b", "c"}}, {"prompt", "Which?"}};
        all.push_back({{"any", {{{fact, "a"}}, {{fact, "b"}}, {{fact, "c"}}}}});
    }
    all.push_back({{"size", "s"}});
    all.push_back({{"not", {{"size", "s"}}}});
    pack["remedies"][0]["when"] = {{"all", all}};
    EXPECT_EQ(ask(pack, json::object())["errors"][0]["code"], "too_uncertain");
    EXPECT_EQ(ask(pack, {{"size", "s"}})["items"][0]["status"], "not_covered");
}

}  // namespace
}  // namespace returnable::test
