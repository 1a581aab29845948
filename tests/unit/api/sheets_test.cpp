// Every sheet of tests/cases is a test of its own, named by its sentence.
#include <filesystem>
#include <set>

#include "support.h"

namespace returnable::test {
namespace {

struct Sheet {
    std::string file, name;
    json text;
};

std::vector<Sheet> all_sheets() {
    std::vector<Sheet> sheets;
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(RETURNABLE_CASES_DIR)) {
        if (entry.path().extension() == ".json") files.insert(entry.path());
    }
    for (const auto& path : files) {
        for (const json& sheet : json::parse(read_file(path.string()))) {
            sheets.push_back({path.stem().string(), sheet.at("name"), sheet});
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
    const json& sheet = GetParam().text;
    const auto ask = [](const json& order) { return check_case(order); };
    EXPECT_EQ(sheet_fault(sheet, ask(sheet.at("given")), ask), "") << GetParam().name << "\n" << sheet.at("given").dump();
}

INSTANTIATE_TEST_SUITE_P(Cases, Sheets, testing::ValuesIn(all_sheets()), test_name);

TEST(SheetFiles, AreThereAndTheirNamesAreTheirOwn) {
    const auto sheets = all_sheets();
    EXPECT_GE(sheets.size(), 14u);
    std::set<std::string> names;
    for (const Sheet& sheet : sheets) EXPECT_TRUE(names.insert(sheet.name).second) << "twice: " << sheet.name;
}

// The matcher itself must be able to say no.
TEST(SheetMatcher, FindsWhatDiffers) {
    EXPECT_EQ(mismatch(json::parse(R"({"a":1})"), json::parse(R"({"a":1,"b":2})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"a":1})"), json::parse(R"({"a":2})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"a":1})"), json::parse(R"({})")), "");
    EXPECT_EQ(mismatch(json::parse(R"({"a":null})"), json::parse(R"({"a":null})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"a":null})"), json::parse(R"({})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"a":null})"), json::parse(R"({"a":0})")), "");
    EXPECT_EQ(mismatch(json::parse(R"({"missing":["b"]})"), json::parse(R"({"missing":["a","b"]})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"missing":["c"]})"), json::parse(R"({"missing":["a","b"]})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"return_shipping":["a"]})"), json::parse(R"({"return_shipping":["a","b"]})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"return_shipping":["b","a"]})"), json::parse(R"({"return_shipping":["a","b"]})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"items":[{"id":"x","n":1}]})"), json::parse(R"({"items":[{"id":"y","n":1}]})")), "");
    EXPECT_EQ(mismatch(json::parse(R"({"items":[{"id":"x"}]})"), json::parse(R"({"items":[{"id":"y"},{"id":"x"}]})")), "");
    EXPECT_NE(mismatch(json::parse(R"({"items":[{"remedy":"r","status":"a"}]})"), json::parse(R"({"items":[{"remedy":"q","status":"a"}]})")), "");
}

std::string fault_of(const char* sheet, const json& verdict, const json& other = nullptr) {
    return sheet_fault(json::parse(sheet), verdict, [&](const json&) { return other; });
}

TEST(SheetMatcher, ReadsWhatStandsAtAPointer) {
    const json verdict = json::parse(R"({"headline":{"item":"b","entitlement":1,"phase":"start"},
        "items":[{"id":"a","entitlements":[{"remedy":"r","missing":["x"],"steps":[{"id":"s","state":"due"}]}]},
                 {"id":"b","entitlements":[{"remedy":"q","missing":[]},{"remedy":"p"}]}],"next_question":{"fact":"country"}})");
    for (const char* sheet : {R"({"at":{"/headline/phase":"start"}})", R"({"at":{"/items/0/entitlements/0/missing":["x"]}})",
                              R"({"at":{"/items/*/entitlements/0/steps/0/id":"s"}})", R"({"never":{"/headline/phase":["done"],"/no/such":["x"]}})",
                              R"({"never":{"/items/1/entitlements/0/missing":["x"]}})", R"({"lead":{"remedy":"p"}})"})
        EXPECT_EQ(fault_of(sheet, verdict), "") << sheet;
    for (const char* sheet :
         {R"({"at":{"/headline/phase":"done"}})", R"({"at":{"/headline/phases":"start"}})", R"({"at":{"/items/0/entitlements/0/missing":[]}})",
          R"({"at":{"/items/*/id":"a"}})", R"({"never":{"/headline/phase":["done","start"]}})", R"({"never":{"/items/*/entitlements/*/missing":["x"]}})",
          R"({"never":{"/next_question":["country"]}})", R"({"never":{"/items/0/entitlements/0/steps/*":["s"]}})",
          R"({"never":{"/items/1/entitlements/0/missing":[[]]}})", R"({"lead":{"remedy":"q"}})", R"({"lead":{"remedy":"r"}})"})
        EXPECT_NE(fault_of(sheet, verdict), "") << sheet;
    EXPECT_NE(fault_of(R"({"lead":{"remedy":"p"}})", json::parse(R"({"headline":null,"items":[]})")), "");
    EXPECT_NE(fault_of(R"({"never":{"/a":[null]}})", json::parse(R"({"a":null})")), "");
    EXPECT_EQ(found("/a~1b/~0", json::parse(R"({"a/b":{"~":1}})")), std::vector<json>{1});
    EXPECT_EQ(fault_of(R"({"at":{"a":1}})", json::parse(R"({"a":1})")), "not a JSON Pointer: a\n");
    EXPECT_EQ(fault_of(R"({"never":{"a":[2]}})", json::parse(R"({"a":1})")), "not a JSON Pointer: a\n");
}

TEST(SheetMatcher, ComparesTwoCases) {
    EXPECT_EQ(fault_of(R"({"differs":{"as_of":"x"}})", json::parse(R"({"a":1})"), json::parse(R"({"a":2})")), "");
    EXPECT_NE(fault_of(R"({"differs":{"as_of":"x"}})", json::parse(R"({"a":1})"), json::parse(R"({"a":1})")), "");
}

TEST(SheetMatcher, WantsAnExpectationAndNoErrorsThatNobodyExpects) {
    const json verdict = json::parse(R"({"a":1})"), faulty = json::parse(R"({"errors":[{"path":"/facts/x"}]})");
    EXPECT_NE(fault_of(R"({"name":"n","given":{},"clauses":[]})", verdict), "");
    EXPECT_NE(fault_of(R"({"expect":{},"at":{},"never":{}})", verdict), "");
    EXPECT_NE(fault_of(R"({"expect":{"a":1},"nevr":{}})", verdict), "");
    EXPECT_NE(fault_of(R"({"never":{"/a":[2]}})", faulty), "");
    EXPECT_EQ(fault_of(R"({"expect":{"errors":[{"path":"/facts/x"}]}})", faulty), "");
    EXPECT_NE(fault_of(R"({"expect":{"errors":[{"path":"/facts/y"}]}})", faulty), "");
}

}  // namespace
}  // namespace returnable::test
