// A case as values is the case as text: the same tree, the same faults. Bytes that are no value give a fault.
#include "reading/value_buffer.h"

#include <filesystem>

#include "reading/read_case.h"
#include "support.h"

namespace returnable::test {
namespace {

std::vector<std::string> texts() {
    std::vector<std::string> out{
        R"({"as_of":"2026-05-10","facts":{"price":1.5,"price":2,"mood":"ba\u0000d","marketplace":"temu"},"items":[{"id":"a","facts":{"unused":null}}]})",
        R"({"as_of":5,"lenght":[[[[]]]],"facts":{"reason":-9007199254740993}})", R"([1,true,false,null,"x",{}])", "7"};
    for (const auto& entry : std::filesystem::directory_iterator(RETURNABLE_CASES_DIR)) {
        for (const json& sheet : json::parse(read_file(entry.path().string()))) out.push_back(sheet.at("given").dump());
    }
    return out;
}

TEST(ValueBuffer, ATreeWrittenAsBytesIsReadWithTheSameFaults) {
    for (const std::string& text : texts()) {
        std::vector<Error> of_text, of_values;
        const Node tree = parse_json(text, case_limits, of_text);
        const Node again = read_values(write_values(tree), case_limits, of_values);
        EXPECT_EQ(errors_text(of_text), errors_text(of_values)) << text;
        EXPECT_EQ(write_values(tree), write_values(again)) << text;
        EXPECT_EQ(errors_text(read_case_text(tree, {}).errors), errors_text(read_case_text(again, {}).errors)) << text;
    }
}

TEST(ValueBuffer, BytesThatAreNoValueGiveOneFault) {
    std::vector<Error> none;
    const std::string whole = write_values(parse_json(texts().back(), case_limits, none));
    ASSERT_GT(whole.size(), 40u);
    std::vector<std::string> bad{"x", whole + "n", std::string("s\xff\xff\xff\xff", 5), std::string("a\xff\xff\xff\xff", 5),
                                 std::string("o\xff\xff\xff\x7f", 5)};
    for (std::size_t size = 0; size < whole.size(); ++size) bad.push_back(whole.substr(0, size));
    for (const std::string& bytes : bad) {
        std::vector<Error> errors;
        EXPECT_TRUE(read_values(bytes, case_limits, errors).is(Node::Kind::invalid));
        ASSERT_EQ(errors.size(), 1u);
        EXPECT_EQ(errors[0].code, "bad_json");
    }
}

TEST(ValueBuffer, TheLimitsOfTextHold) {
    std::string bytes;
    for (int i = 0; i < 17; ++i) bytes += std::string("a\1\0\0\0", 5);
    std::vector<Error> errors;
    EXPECT_TRUE(read_values(bytes + "n", case_limits, errors).is(Node::Kind::invalid));
    EXPECT_EQ(errors.at(0).code, "too_deep");
    errors.clear();
    EXPECT_TRUE(read_values(std::string(case_limits.bytes + 1, 'n'), case_limits, errors).is(Node::Kind::invalid));
    EXPECT_EQ(errors.at(0).code, "too_large");
}

}  // namespace
}  // namespace returnable::test
