// The widget's packs: written as bytes and read back, they answer as the packs themselves; damaged bytes are no pack.
#include "archive.h"

#include <filesystem>

#include "support.h"

namespace returnable::test {
namespace {

const std::string& archive() {
    static const std::string bytes = write_archive(library().editions());
    return bytes;
}

// As tests/node/prose.mjs: without the rules' names and the sources' sentences, which an archive leaves out.
void drop_prose(json& value) {
    if (value.is_object()) {
        if (value.contains("counts")) value.erase("value"), value.erase("why");
        else if (value.contains("source")) value.erase("says"), value.erase("section");
        else if (value.contains("rule")) value.erase("rule");
    }
    if (value.is_structured()) {
        for (json& child : value) drop_prose(child);
    }
}

json without_prose(json value) {
    drop_prose(value);
    return value;
}

TEST(Archive, PacksFromItAnswerAsThePacksThemselves) {
    Library lean;
    for (const auto& pack : read_archive(archive())) lean.add_compiled(pack);
    ASSERT_EQ(lean.editions().size(), library().editions().size());
    std::size_t answered = 0;
    for (const auto& entry : std::filesystem::directory_iterator(RETURNABLE_CASES_DIR)) {
        for (const json& sheet : json::parse(read_file(entry.path().string()))) {
            const json& given = sheet.at("given");
            const json ours = without_prose(check_case(given, lean));
            EXPECT_EQ(ours, without_prose(check_case(given))) << given.dump();
            answered += ours.contains("items") ? 1 : 0;
        }
    }
    EXPECT_GT(answered, 200u);
}

TEST(Archive, ItIsTheSameBytesEachTime) { EXPECT_EQ(write_archive(library().editions()), archive()); }

TEST(Archive, CutShortOrDamagedItHoldsNoPack) {
    ASSERT_GT(archive().size(), 1000u);
    for (std::size_t size = 0; size < archive().size(); size += size < 32 ? 1 : 97) EXPECT_TRUE(read_archive(archive().substr(0, size)).empty()) << size;
    for (std::size_t at = 0; at < archive().size(); at += at < 32 ? 1 : 97) {
        std::string turned = archive();
        turned[at] = static_cast<char>(turned[at] ^ 1);
        EXPECT_TRUE(read_archive(turned).empty()) << at;
    }
    EXPECT_TRUE(read_archive(archive() + '\0').empty());
}

}  // namespace
}  // namespace returnable::test
