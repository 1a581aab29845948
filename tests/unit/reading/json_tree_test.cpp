// The reader of JSON at its limits: what is still read, which one fault is reported of what is not, and what is left of the tree.
#include "reading/json_tree.h"

#include <gtest/gtest.h>

namespace returnable {
namespace {

constexpr JsonLimits small{2048, 3, 3, 6};

struct Read {
    Node root;
    std::string faults;
};

Read read(const std::string& text, const JsonLimits& limits = small) {
    std::vector<Error> errors;
    Read out{parse_json(text, limits, errors), {}};
    for (const Error& e : errors) out.faults += (out.faults.empty() ? "" : ", ") + e.code + " " + e.path;
    return out;
}

std::string row_of(const std::string& value, int count) {
    std::string out = "[";
    for (int i = 0; i < count; ++i) out += (i > 0 ? "," : "") + value;
    return out + "]";
}

TEST(JsonText, WholeNumbersOfSixtyFourBits) {
    const Read most = read("[9223372036854775807,-9223372036854775808,0]");
    ASSERT_EQ(most.faults, "");
    EXPECT_EQ(most.root.items[0].integer, INT64_MAX);
    EXPECT_EQ(most.root.items[1].integer, INT64_MIN);
    for (const char* text : {"[9223372036854775808]", "[18446744073709551615]", "[1.5]", "[1e3]"}) {
        const Read more = read(text);
        EXPECT_EQ(more.faults, "wrong_type /0") << text;
        EXPECT_TRUE(more.root.items[0].is(Node::Kind::invalid)) << text;
    }
}

// A value of the wrong kind is reported, and reading goes on.
TEST(JsonText, WhatCanBeReadIsReadToItsEnd) {
    const Read two = read("[1.5,7,2.5]");
    EXPECT_EQ(two.faults, "wrong_type /0, wrong_type /2");
    ASSERT_EQ(two.root.items.size(), 3u);
    EXPECT_EQ(two.root.items[1].integer, 7);
    const Read nul = read(R"(["a\u0000b","c"])");
    EXPECT_EQ(nul.faults, "bad_text /0");
    EXPECT_TRUE(nul.root.items[0].is(Node::Kind::invalid));
    EXPECT_TRUE(nul.root.items[1].is(Node::Kind::string));
    const Read twice = read(R"({"a":1,"a":2})");
    EXPECT_EQ(twice.faults, "duplicate_key /a");
    EXPECT_EQ(twice.root.items.size(), 2u);
}

// Six values with the list itself; at the seventh reading ends, with one fault, whatever the values are.
TEST(JsonText, SoManyValuesAndNoMore) {
    for (const char* value : {"1", "1.5", "true", "null", "\"a\"", "[]", "{}"}) {
        const std::string each_its_own = std::string(value) == "1.5" ? "wrong_type /0, wrong_type /1, wrong_type /2, wrong_type /3, wrong_type /4" : "";
        const Read most = read(row_of(value, 5));
        EXPECT_EQ(most.faults, each_its_own) << value;
        EXPECT_EQ(most.root.items.size(), 5u) << value;
        const Read more = read(row_of(value, 9));
        EXPECT_EQ(more.faults, each_its_own + (each_its_own.empty() ? "" : ", ") + "too_many ") << value;
        EXPECT_TRUE(more.root.is(Node::Kind::invalid)) << value;
    }
}

TEST(JsonText, SoManyKeysAndNoMore) {
    const Read most = read(R"({"a":1,"b":2,"c":3})");
    EXPECT_EQ(most.faults, "");
    EXPECT_EQ(most.root.find("c")->integer, 3);
    const Read more = read(R"({"a":1,"b":2,"c":3,"d":4,"e":5})");
    EXPECT_EQ(more.faults, "too_many ");
    EXPECT_TRUE(more.root.is(Node::Kind::invalid));
    EXPECT_EQ(read(R"([{"a":1,"b":2,"c":3,"d":4}])").faults, "too_many /0");
}

TEST(JsonText, SoDeepAndNoDeeper) {
    EXPECT_EQ(read("[[[]]]").faults, "");
    EXPECT_EQ(read("[[{}]]").faults, "");
    const Read more = read("[[[[],[]]]]");
    EXPECT_EQ(more.faults, "too_deep /0/0");
    EXPECT_TRUE(more.root.is(Node::Kind::invalid));
}

TEST(JsonText, SoManyBytesAndNoMore) {
    const std::string text = "[1]";
    EXPECT_EQ(read(text + std::string(2045, ' ')).faults, "");
    std::vector<Error> errors;
    const Node root = parse_json(text + std::string(2046, ' '), small, errors);
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].code, "too_large");
    EXPECT_EQ(errors[0].message, "This text has more than 2 KB.");
    EXPECT_TRUE(root.is(Node::Kind::invalid));
    EXPECT_TRUE(read("\xEF\xBB\xBF[1]").root.is(Node::Kind::invalid));
}

// Of what is not JSON one fault is reported, and nothing of it is left.
TEST(JsonText, WhatIsNotJsonIsNothing) {
    for (const char* text : {"", "[1,", "[1] 2", "{\"a\"}", "nul", "[\"\xFF\"]"}) {
        const Read broken = read(text);
        EXPECT_EQ(broken.faults.substr(0, 9), "bad_json ") << text;
        EXPECT_EQ(broken.faults.find(','), std::string::npos) << text << ": " << broken.faults;
        EXPECT_TRUE(broken.root.is(Node::Kind::invalid)) << text;
    }
    EXPECT_EQ(read("[1e999]").faults, "out_of_range ");
}

// A hundred faults are reported. A text that cannot be read is reported whatever came before it.
TEST(JsonText, AHundredFaultsAreEnough) {
    std::vector<Error> errors;
    const Node root = parse_json(row_of("1.5", 150), pack_limits, errors);
    EXPECT_EQ(errors.size(), 100u);
    EXPECT_EQ(root.items.size(), 150u);
    EXPECT_TRUE(parse_json("[1]", small, errors).is(Node::Kind::array));
    EXPECT_EQ(errors.size(), 100u);
    EXPECT_TRUE(parse_json("[1", small, errors).is(Node::Kind::invalid));
    ASSERT_EQ(errors.size(), 101u);
    EXPECT_EQ(errors[100].code, "bad_json");
}

}  // namespace
}  // namespace returnable
