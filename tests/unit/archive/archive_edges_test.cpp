// Archives made by hand: what adds up and fits is read back as it was, what adds up and does not fit is no archive.
#include <limits>

#include "archive/archive.h"
#include "reading/pack_symbols.h"
#include "support.h"

namespace returnable::test {
namespace {

std::string eight(std::uint64_t value) {
    std::string out;
    for (int i = 0; i < 8; ++i) out += static_cast<char>(value >> (8 * i) & 255);
    return out;
}

std::string sealed(const std::string& rest) { return eight(archive_sum(rest)) + rest; }

// The parts of an archive: its numbers and its texts.
std::pair<std::string, std::string> parts(const std::string& bytes) {
    std::size_t size = 0;
    for (std::size_t i = 8; i-- > 0;) size = size << 8 | static_cast<unsigned char>(bytes[8 + i]);
    return {bytes.substr(16, size), bytes.substr(16 + size)};
}

std::string joined(const std::string& numbers, const std::string& texts) { return sealed(eight(numbers.size()) + numbers + texts); }

Packs of(Pack pack) { return {std::make_shared<const Pack>(std::move(pack))}; }

Pack with_range(std::int64_t least, std::int64_t most) {
    Pack pack;
    pack.uses.emplace_back().range = {least, most};
    return pack;
}

TEST(ArchiveBytes, TheSumIsFnv1a) {
    EXPECT_EQ(archive_sum(""), 0xcbf29ce484222325u);
    EXPECT_EQ(archive_sum("a"), 0xaf63dc4c8601ec8cu);
    EXPECT_EQ(archive_sum("foobar"), 0x85944171f73967e8u);
    EXPECT_NE(archive_sum("\xff"), archive_sum("\x7f"));
}

TEST(ArchiveBytes, NumbersOfEverySizeComeBack) {
    using Limits = std::numeric_limits<std::int64_t>;
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{63}, std::int64_t{64}, std::int64_t{-64}, std::int64_t{-65}, std::int64_t{8191},
          std::int64_t{8192}, std::int64_t{1'000'000'000'000}, std::int64_t{1} << 61, Limits::max(), Limits::min()}) {
        const Packs back = read_archive(write_archive(of(with_range(value, -value / 2))));
        ASSERT_EQ(back.size(), 1u) << value;
        EXPECT_EQ(back[0]->uses.at(0).range, std::pair(value, -value / 2));
    }
}

TEST(ArchiveBytes, EachFieldComesBack) {
    std::vector<Error> errors;
    json text = json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json"));
    text["effective"] = {{"from", "1970-01-01"}, {"to", "2199-12-31"}};
    text["facts"]["price"] = {{"absent", "unstated"}};
    text["facts"]["transit_days"] = {{"range", {7, 40}}, {"ours", true}};
    text["rules"][0]["when"] = json::parse(R"({"any":[{"price":{"at_least":3}},{"not":{"past":"received_on"}},{"reading":{"X1":"from_receipt"}}]})");
    text["steps"][0]["done_when"] = {{"reached", "received_on"}};
    Work work(most_steps_of_a_pack);
    Pack pack = read_pack(text.dump(), errors, work);
    ASSERT_TRUE(errors.empty()) << errors_text(errors);
    compile_pack(pack);
    const std::string bytes = write_archive(of(pack));
    const Packs back = read_archive(bytes);
    ASSERT_EQ(back.size(), 1u);
    const Pack& again = *back[0];
    EXPECT_EQ(write_archive(back), bytes);
    EXPECT_EQ(again.id, pack.id);
    EXPECT_EQ(again.from, pack.from);
    EXPECT_EQ(again.to, pack.to);
    EXPECT_EQ(again.by_slot, pack.by_slot);
    EXPECT_EQ(again.slot_ends, pack.slot_ends);
    ASSERT_EQ(again.rules.size(), pack.rules.size());
    for (std::size_t i = 0; i < pack.rules.size(); ++i) {
        EXPECT_EQ(again.rules[i].by, pack.rules[i].by) << i;
        EXPECT_EQ(again.rules[i].when.parts.size(), pack.rules[i].when.parts.size()) << i;
    }
    EXPECT_EQ(again.steps[0].done_when.has_value(), true);
    EXPECT_EQ(again.steps[0].by_buyer, true);
    for (std::size_t fact = 0; fact < max_facts; ++fact) {
        EXPECT_EQ(again.unstated[fact], pack.unstated[fact]) << fact;
        EXPECT_EQ(again.our_guesses[fact], pack.our_guesses[fact]) << fact;
    }
}

TEST(ArchiveBytes, EveryFactOfASetHasItsOwnPlace) {
    Pack pack;
    pack.unstated.set(0);
    pack.unstated.set(64);
    pack.our_guesses.set(max_facts - 1);
    const Packs back = read_archive(write_archive(of(pack)));
    ASSERT_EQ(back.size(), 1u);
    EXPECT_EQ(back[0]->unstated.count(), 2u);
    EXPECT_TRUE(back[0]->unstated[0] && back[0]->unstated[64]);
    EXPECT_EQ(back[0]->our_guesses.count(), 1u);
    EXPECT_TRUE(back[0]->our_guesses[max_facts - 1]);
}

TEST(ArchiveBytes, WhatAddsUpAndDoesNotFitIsNoArchive) {
    Pack pack = with_range(1, 2);
    pack.id = "blue_kettle";
    const std::string whole = write_archive(of(pack));
    const auto [numbers, texts] = parts(whole);
    ASSERT_EQ(joined(numbers, texts), whole);
    ASSERT_EQ(read_archive(whole).size(), 1u);
    EXPECT_TRUE(read_archive("").empty());
    EXPECT_TRUE(read_archive(sealed("")).empty());
    EXPECT_TRUE(read_archive(sealed("1234567")).empty());
    EXPECT_TRUE(read_archive(joined("", "")).empty());
    EXPECT_TRUE(read_archive(joined(numbers, texts + "x")).empty()) << "a text too many";
    EXPECT_TRUE(read_archive(joined(numbers + '\0', texts)).empty()) << "a number too many";
    EXPECT_TRUE(read_archive(joined(numbers, texts.substr(1))).empty()) << "a text too short";
    EXPECT_TRUE(read_archive(sealed(eight(numbers.size() + texts.size() + 1) + numbers + texts)).empty()) << "more numbers than bytes";
    for (std::size_t size = 0; size < numbers.size(); ++size) EXPECT_TRUE(read_archive(joined(numbers.substr(0, size), texts)).empty()) << size;
    for (const std::size_t size : {1u, 9u, 10u, 11u, 40u})
        EXPECT_TRUE(read_archive(joined(std::string(size, '\x80'), "")).empty()) << "a number without an end";
    EXPECT_TRUE(read_archive(joined(std::string(1, '\2') + std::string(1, '\x7e'), "")).empty()) << "a text longer than all texts";
}

TEST(ArchiveBytes, AThousandPacksAreReadAndOneMoreIsNoArchive) {
    const auto blank = std::make_shared<const Pack>();
    EXPECT_EQ(read_archive(write_archive(Packs(1000, blank))).size(), 1000u);
    EXPECT_TRUE(read_archive(write_archive(Packs(1001, blank))).empty());
}

// A pack, the thing shared and the condition itself are three levels; each condition inside another is one more.
TEST(ArchiveBytes, SixtyFourLevelsAreReadAndOneMoreIsNoArchive) {
    const auto nested = [](std::size_t levels) {
        Pack pack;
        Condition* inner = &pack.shared.emplace_back().when;
        for (std::size_t level = 3; level < levels; ++level) inner = &inner->parts.emplace_back();
        return read_archive(write_archive(of(pack))).size();
    };
    EXPECT_EQ(nested(64), 1u);
    EXPECT_EQ(nested(65), 0u);
    Pack wide;  // beside one another is not inside one another
    wide.shared.resize(200);
    EXPECT_EQ(read_archive(write_archive(of(wide))).size(), 1u);
}

}  // namespace
}  // namespace returnable::test
