// Every sheet of tests/cases is a test of its own, named by its sentence.
#include <filesystem>
#include <set>

#include "support.h"

namespace returnable::test {
namespace {

struct Sheet {
    std::string file, name;
    json given, expect, clauses;
};

std::vector<Sheet> all_sheets() {
    std::vector<Sheet> sheets;
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(RETURNABLE_CASES_DIR)) {
        if (entry.path().extension() == ".json") files.insert(entry.path());
    }
    for (const auto& path : files) {
        for (const json& sheet : json::parse(read_file(path.string()))) {
            sheets.push_back({path.stem().string(), sheet.at("name"), sheet.at("given"), sheet.at("expect"), sheet.value("clauses", json::array())});
        }
    }
    return sheets;
}

// Letters and digits of the sentence: what a test's name may hold.
std::string test_name(const testing::TestParamInfo<Sheet>& info) {
    std::string name = info.param.file + "_";
    for (const char c : info.param.name) {
        if (std::isalnum(static_cast<unsigned char>(c))) name += c;
        else if (name.back() != '_') name += '_';
    }
    return name.substr(0, 120) + "_" + std::to_string(info.index);
}

class Sheets : public testing::TestWithParam<Sheet> {};

TEST_P(Sheets, Hold) {
    const json verdict = check_case(GetParam().given);
    EXPECT_EQ(mismatch(GetParam().expect, verdict), "") << GetParam().name << "\n" << GetParam().given.dump();
}

INSTANTIATE_TEST_SUITE_P(Cases, Sheets, testing::ValuesIn(all_sheets()), test_name);

TEST(SheetFiles, AreThereAndTheirNamesAreTheirOwn) {
    const auto sheets = all_sheets();
    EXPECT_GE(sheets.size(), 14u);
    std::set<std::string> names;
    for (const Sheet& sheet : sheets) {
        EXPECT_TRUE(names.insert(sheet.name).second) << "twice: " << sheet.name;
        EXPECT_FALSE(sheet.expect.empty()) << "expects nothing: " << sheet.name;
    }
}

// The matcher itself must be able to say no.
TEST(SheetMatcher, FindsWhatDiffers) {
    EXPECT_EQ(mismatch(json::parse(R"({"a":1})"), json::parse(R"({"a":1,"b":2})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"a":1})"), json::parse(R"({"a":2})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"a":1})"), json::parse(R"({})")), "");
    EXPECT_EQ(mismatch(json::parse(R"({"a":null})"), json::parse(R"({})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"a":null})"), json::parse(R"({"a":0})")), "");
    EXPECT_EQ(mismatch(json::parse(R"({"missing":["b"]})"), json::parse(R"({"missing":["a","b"]})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"missing":["c"]})"), json::parse(R"({"missing":["a","b"]})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"return_shipping":["a"]})"), json::parse(R"({"return_shipping":["a","b"]})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"return_shipping":["b","a"]})"), json::parse(R"({"return_shipping":["a","b"]})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"items":[{"id":"x","n":1}]})"), json::parse(R"({"items":[{"id":"y","n":1}]})")), "");
    EXPECT_EQ(mismatch(json::parse(R"({"items":[{"id":"x"}]})"), json::parse(R"({"items":[{"id":"y"},{"id":"x"}]})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"items":[{"remedy":"r","status":"a"}]})"), json::parse(R"({"items":[{"remedy":"q","status":"a"}]})")), "");
}

}  // namespace
}  // namespace returnable::test
