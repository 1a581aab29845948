// The widget's packs: written as bytes and read back, they answer as the packs themselves; damaged bytes are no pack.
#include "archive/archive.h"

#include <filesystem>

#include "library_access.h"
#include "support.h"

namespace returnable::test {
namespace {

const std::string& archive() {
    static const std::string bytes = write_archive(loaded_packs(library()));
    return bytes;
}

// As tests/node/prose.mjs: without the rules' names and the sources' sentences, which an archive leaves out.
void drop_prose(json& value) {
    if (value.is_object()) {
        if (value.contains("counts")) value.erase("value"), value.erase("why");
        else if (value.contains("source"))
            for (const char* name : {"says", "section", "link", "text_of"}) value.erase(name);
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
    Library from_archive;
    for (const auto& pack : read_archive(archive())) add_compiled(from_archive, pack);
    ASSERT_EQ(loaded_packs(from_archive).size(), loaded_packs(library()).size());
    std::size_t answered = 0;
    for (const auto& entry : std::filesystem::directory_iterator(RETURNABLE_CASES_DIR)) {
        for (const json& sheet : json::parse(read_file(entry.path().string()))) {
            const json& given = sheet.at("given");
            const json ours = without_prose(check_case(given, from_archive));
            EXPECT_EQ(ours, without_prose(check_case(given))) << given.dump();
            answered += ours.contains("items") ? 1 : 0;
        }
    }
    EXPECT_GT(answered, 200u);
}

// They use words of the pack language that no built-in pack uses.
TEST(Archive, OtherPacksAnswerFromItAsThemselves) {
    std::size_t answered = 0;
    for (const auto& entry : std::filesystem::directory_iterator(RETURNABLE_PACKS_DIR "/sheets")) {
        Library own, from_archive;
        ASSERT_TRUE(own.add_pack(read_file(RETURNABLE_PACKS_DIR "/" + entry.path().filename().string())).empty());
        for (const auto& pack : read_archive(write_archive(loaded_packs(own)))) add_compiled(from_archive, pack);
        for (const json& sheet : json::parse(read_file(entry.path().string()))) {
            const json& given = sheet.at("given");
            EXPECT_EQ(without_prose(check_case(given, from_archive)), without_prose(check_case(given, own))) << given.dump();
            answered += 1;
        }
    }
    EXPECT_GT(answered, 30u);
}

TEST(Archive, ItIsTheSameBytesEachTime) { EXPECT_EQ(write_archive(loaded_packs(library())), archive()); }

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

std::string eight(std::uint64_t value) {
    std::string out;
    for (int byte = 0; byte < 8; ++byte) out += static_cast<char>(value >> 8 * byte & 255);
    return out;
}

// Its sum is right, and what it sums up is not an archive: too few numbers, too few letters, or some left over.
TEST(Archive, WhatIsNotAllThereHoldsNoPackEvenWhereItAddsUp) {
    std::uint64_t count = 0;
    for (std::size_t byte = 8; byte-- > 0;) count = count << 8 | static_cast<unsigned char>(archive()[8 + byte]);
    const std::string numbers = archive().substr(16, count), texts = archive().substr(16 + count);
    const auto read = [](const std::string& some_numbers, const std::string& some_texts, std::uint64_t more = 0) {
        const std::string rest = eight(some_numbers.size() + more) + some_numbers + some_texts;
        return read_archive(eight(archive_sum(rest)) + rest).size();
    };
    ASSERT_EQ(read(numbers, texts), loaded_packs(library()).size());
    for (std::size_t size = 0; size < numbers.size(); size += size < 64 ? 1 : 61) EXPECT_EQ(read(numbers.substr(0, size), texts), 0u) << size;
    for (std::size_t size = 0; size < texts.size(); size += 61) EXPECT_EQ(read(numbers, texts.substr(0, size)), 0u) << size;
    EXPECT_EQ(read(numbers, texts + "x"), 0u);
    EXPECT_EQ(read(numbers, texts, texts.size() + 1), 0u) << "more numbers than bytes";
    EXPECT_EQ(read(std::string(1, '\2') + std::string(16, '\xFF'), ""), 0u) << "a number without an end";
}

TEST(Archive, AnEditionKeepsItsDays) {
    json pack = json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json"));
    pack["effective"] = {{"from", "2020-01-01"}, {"to", "2199-12-31"}};
    Library shops;
    ASSERT_TRUE(shops.add_pack(pack.dump()).empty());
    const auto packs = read_archive(write_archive(loaded_packs(shops)));
    ASSERT_EQ(packs.size(), 1u);
    EXPECT_EQ(packs[0]->from, parse_date("2020-01-01"));
    EXPECT_EQ(packs[0]->to, parse_date("2199-12-31"));
    EXPECT_EQ(read_archive(write_archive({})).size(), 0u);
}

}  // namespace
}  // namespace returnable::test
