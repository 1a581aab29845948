// The reader of documents, asked directly: which nearest name it offers, and which faults it names exactly once.
#include "reading/json_reader.h"

#include "pack/dictionary.h"
#include "support.h"

namespace returnable::test {
namespace {

struct Guess {
    const char* word;
    std::vector<std::string_view> known;
    const char* best;
};

TEST(NodeReader, TheNearestNameIsOfferedUpToAThirdOfTheLettersAndOneMore) {
    const std::string longest(64, 'x'), longer(65, 'x');
    const Guess guesses[] = {
        {"window", {"window"}, "window"},
        {"windw", {"grounds", "window"}, "window"},
        {"windoow", {"window"}, "window"},
        {"wintow", {"window"}, "window"},
        {"indow", {"window"}, "window"},
        {"windo", {"window"}, "window"},
        {"ab", {"abc"}, "abc"},
        {"xa", {"a"}, "a"},
        {"ab", {"abcd"}, ""},
        {"ab", {"ba"}, ""},  // two letters changed
        {"abc", {"acb"}, "acb"},
        {"abc", {"abcde"}, "abcde"},
        {"abc", {"abcdef"}, ""},
        {"abcde", {"abcdefgh"}, ""},
        {"abcdef", {"abcdefghi"}, "abcdefghi"},
        {"abcdef", {"abcdefghij"}, ""},
        {"kitten", {"sitting"}, "sitting"},
        {"kitte", {"sitting"}, ""},
        {"rat", {"bat", "cat"}, "bat"},  // of equals the first
        {"rats", {"bits", "rat", "cats"}, "rat"},
        {"rats", {"rat", "bits"}, "rat"},
        {"", {"a"}, "a"},
        {"", {"ab"}, ""},
        {"a", {""}, ""},
        {"word", {}, ""},
        {longest.c_str(), {longest}, longest.c_str()},
        {longer.c_str(), {longer}, ""},
    };
    for (const Guess& one : guesses) {
        EXPECT_EQ(closest(one.word, one.known), one.best) << one.word;
    }
}

struct Asked {
    std::vector<Error> errors;

    std::string faults() const {
        std::string out;
        for (const Error& e : errors) out += (out.empty() ? "" : ", ") + e.code + " " + e.path;
        return out;
    }
};

void ask_all(const Reader& reader) {
    EXPECT_FALSE(reader.object({"a"}));
    EXPECT_FALSE(reader.array());
    EXPECT_EQ(reader.text(), "");
    EXPECT_FALSE(reader.integer(0, 9).has_value());
    EXPECT_FALSE(reader.boolean().has_value());
    EXPECT_FALSE(reader.date().has_value());
    EXPECT_FALSE(reader.word({"a"}).has_value());
}

TEST(NodeReader, WhatCouldNotBeReadIsNoSecondFault) {
    Asked asked;
    Node node;
    node.kind = Node::Kind::invalid;
    ask_all({node, asked.errors, "/here"});
    EXPECT_EQ(asked.faults(), "");
}

TEST(NodeReader, WhatIsOfAnotherKindIsOneFaultEach) {
    Asked asked;
    const Node null;
    ask_all({null, asked.errors, "/here"});
    ASSERT_EQ(asked.errors.size(), 7u) << asked.faults();
    for (const Error& error : asked.errors) EXPECT_EQ(error.code + " " + error.path, "wrong_type /here") << error.message;
}

TEST(NodeReader, WhatIsAbsentIsNoFaultAndHasNoValue) {
    Asked asked;
    std::vector<Error> none;
    const Node object = parse_json("{}", case_limits, none);
    const Reader absent = Reader(object, asked.errors, "/here").get("gone");
    EXPECT_FALSE(absent);
    EXPECT_FALSE(absent.get("further"));
    EXPECT_EQ(absent.size(), 0u);
    EXPECT_EQ(absent.text(), "");
    EXPECT_FALSE(absent.integer(0, 9).has_value());
    EXPECT_FALSE(absent.boolean().has_value());
    EXPECT_FALSE(absent.date().has_value());
    EXPECT_FALSE(absent.word({"a"}).has_value());
    EXPECT_TRUE(one_or_many(absent).empty());
    EXPECT_EQ(asked.faults(), "");
}

TEST(NodeReader, ValuesAreGivenWithinTheirBoundsAndFaultsNameTheirPlace) {
    Asked asked;
    const Node root = parse_json(R"({"n":[2,3,5,6],"yes":true,"no":false,"day":"2026-02-28","late":"2026-02-29","word":"bat","odd":"zzzzzz","deep":{"a/b":7}})",
                                 case_limits, asked.errors);
    const Reader reader(root, asked.errors);
    ASSERT_TRUE(reader.get("n").array());
    EXPECT_EQ(reader.get("n").size(), 4u);
    EXPECT_EQ(reader.get("n").at(1).integer(3, 5), 3);
    EXPECT_EQ(reader.get("n").at(2).integer(3, 5), 5);
    EXPECT_EQ(reader.get("yes").boolean(), true);
    EXPECT_EQ(reader.get("no").boolean(), false);
    EXPECT_EQ(format_date(reader.get("day").date().value()), "2026-02-28");
    EXPECT_EQ(reader.get("word").word({"cat", "bat"}), 1u);
    EXPECT_EQ(reader.get("word").text(), "bat");
    EXPECT_EQ(one_or_many(reader.get("n")).size(), 4u);
    EXPECT_EQ(one_or_many(reader.get("word")).size(), 1u);
    EXPECT_EQ(asked.faults(), "");
    EXPECT_FALSE(reader.get("n").at(0).integer(3, 5).has_value());
    EXPECT_FALSE(reader.get("n").at(3).integer(3, 5).has_value());
    EXPECT_FALSE(reader.get("late").date().has_value());
    EXPECT_FALSE(reader.get("word").word({"cat", "dog"}).has_value());
    EXPECT_FALSE(reader.get("odd").word({"cat", "dog"}).has_value());
    EXPECT_FALSE(reader.need("gone"));
    EXPECT_FALSE(reader.get("word").need("gone"));  // no object: that is a fault of its own, named elsewhere
    EXPECT_TRUE(reader.get("deep").object({"a"}));
    EXPECT_TRUE(reader.get("deep").object({"quite", "other"}));
    EXPECT_TRUE(reader.get("deep").object({"a/b"}));
    EXPECT_EQ(asked.faults(),
              "out_of_range /n/0, out_of_range /n/3, bad_date /late, bad_value /word, bad_value /odd, missing /gone, unknown_key /deep/a~1b, "
              "unknown_key /deep/a~1b");
    ASSERT_EQ(asked.errors.size(), 8u);
    EXPECT_EQ(asked.errors[0].message, "This must be from 3 to 5.");
    EXPECT_NE(asked.errors[3].message.find("\"cat\""), std::string::npos) << asked.errors[3].message;
    EXPECT_NE(asked.errors[4].message.find("cat, dog."), std::string::npos) << asked.errors[4].message;
    EXPECT_NE(asked.errors[7].message.find("quite, other."), std::string::npos) << asked.errors[7].message;
}

TEST(Dictionary, AValueIsFoundInAListOfAnyLengthAndOrder) {
    for (const std::size_t size : {0u, 1u, 2u, 16u, 17u, 40u}) {
        FactSpec up, down;
        for (std::size_t i = 0; i < size; ++i) up.values.push_back("v" + std::to_string(100 + i));
        down.values.assign(up.values.rbegin(), up.values.rend());
        for (std::size_t i = 0; i < size; ++i) {
            EXPECT_EQ(up.index_of(up.values[i]), static_cast<int>(i));
            EXPECT_EQ(down.index_of(down.values[i]), static_cast<int>(i));
        }
        for (const char* other : {"", "v", "v099", "v1005", "v999", "w100", "a"}) {
            EXPECT_EQ(up.index_of(other), -1) << other;
            EXPECT_EQ(down.index_of(other), -1) << other;
        }
    }
    FactSpec empty_word;
    empty_word.values = {"a", ""};
    EXPECT_EQ(empty_word.index_of(""), 1);
}

TEST(Dictionary, AFactIsFoundByItsWholeNameOnly) {
    std::vector<FactSpec> facts(3);
    facts[0].id = "opened";
    facts[1].id = "opener";
    facts[2].id = "apened";
    EXPECT_EQ(find_fact(facts, "opened"), 0);
    EXPECT_EQ(find_fact(facts, "opener"), 1);
    EXPECT_EQ(find_fact(facts, "apened"), 2);
    for (const char* other : {"", "open", "openes", "openeds", "bpened"}) EXPECT_EQ(find_fact(facts, other), no_fact) << other;
}

// Against the file's own text, field by field.
TEST(Dictionary, HasEveryFactOfItsFileAsItStandsThere) {
    const json file = json::parse(read_file(std::string(RETURNABLE_PACKS_DIR) + "/../../core/dictionary/facts.json"));
    ASSERT_EQ(dictionary().facts.size(), file["facts"].size());
    const char* kinds[] = {"yes_no", "choice", "number", "date", "word"};
    for (std::size_t i = 0; i < file["facts"].size(); ++i) {
        const json& given = file["facts"][i];
        const FactSpec& fact = dictionary().facts[i];
        EXPECT_EQ(fact.id, given["id"]);
        EXPECT_EQ(kinds[static_cast<std::size_t>(fact.kind)], given["kind"]) << fact.id;
        EXPECT_EQ(json(fact.values), given.value("values", json::array())) << fact.id;
        EXPECT_EQ(fact.least, given.value("least", 0)) << fact.id;
        EXPECT_EQ(fact.most, given.value("most", std::int64_t{0})) << fact.id;
        EXPECT_EQ(fact.clock, given.value("clock", false)) << fact.id;
        EXPECT_EQ(fact.may_be_future, given.value("may_be_future", false)) << fact.id;
        EXPECT_EQ(fact.order_level, given.contains("level")) << fact.id;
    }
    ASSERT_EQ(dictionary().order_of_events.size(), file["order_of_events"].size());
    ASSERT_EQ(dictionary().contradictions.size(), file["contradictions"].size());
    for (std::size_t i = 0; i < file["contradictions"].size(); ++i) {
        const json& given = file["contradictions"][i];
        const auto& one = dictionary().contradictions[i];
        EXPECT_EQ(dictionary().facts[one.fact].id, given["fact"]);
        EXPECT_EQ(dictionary().facts[one.with].id, given["with"]);
        EXPECT_EQ(dictionary().facts[one.fact].values.at(static_cast<std::size_t>(one.value)), given["value"]);
    }
}

}  // namespace
}  // namespace returnable::test
