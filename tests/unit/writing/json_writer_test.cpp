// Written text is JSON that says the same: every letter at every place, numbers at their limits, and growth at every size.
#include "writing/json_writer.h"
#include "support.h"

namespace returnable::test {
namespace {

std::string written(std::string_view word) {
    JsonWriter out(0);
    out.value(word);
    return out.finish();
}

// As JSON has it, and nothing escaped that need not be.
testing::AssertionResult right(const std::string& text) {
    std::string expected = "\"";
    for (const char letter : text) {
        static constexpr char hex[] = "0123456789abcdef";
        if (letter == '"' || letter == '\\') expected += {'\\', letter};
        else if (letter >= 0 && letter < 0x20) expected += {'\\', 'u', '0', '0', hex[letter / 16], hex[letter % 16]};
        else expected += letter;
    }
    const std::string got = written(text);
    if (got != expected + '"') return testing::AssertionFailure() << got << " and not " << expected << '"';
    if (json::parse(got) != text) return testing::AssertionFailure() << got << " is read as another text";
    return testing::AssertionSuccess();
}

// Eight letters are looked at together; so each letter meets each place of such a group, each kind of neighbour and each length.
TEST(JsonWriter, EveryLetterAtEveryPlaceOfATextIsWrittenAsJsonWantsIt) {
    for (std::size_t size = 1; size <= 25; ++size) {
        for (std::size_t place = 0; place < size; ++place) {
            for (int letter = 0; letter < 0x80; ++letter) {
                for (const char beside : {'a', '!', '#', '[', ']', ' ', '\x7f'}) {
                    std::string text(size, beside);
                    text[place] = static_cast<char>(letter);
                    EXPECT_TRUE(right(text)) << size << ", " << place << ", " << letter << ", " << beside;
                }
            }
        }
    }
}

// What stands beside a text is not read for it.
TEST(JsonWriter, ATextIsWrittenOutOfALongerOne) {
    const std::string around(40, 'z'), within = "abcdefghijklmnopqrstuvwxyz0123456789";
    const std::string text = around + within + around;
    for (std::size_t size = 0; size <= within.size(); ++size) EXPECT_EQ(written(std::string_view(text).substr(40, size)), '"' + within.substr(0, size) + '"');
}

TEST(JsonWriter, LettersOfSeveralBytesStayAsTheyAre) {
    for (std::size_t size = 0; size <= 20; ++size) {
        for (const std::string letter : {"é", "ÿ", "€", "漢", "😀", "\u0080"}) {
            for (const std::string end : {"", "\"", "\\", "\n", "\x1f"}) {
                const std::string text = std::string(size, 'x') + letter + end + letter;
                EXPECT_TRUE(right(text));
            }
        }
    }
}

TEST(JsonWriter, WhatNeedsAnEscapeMayFollowItsLike) {
    const std::string letters = "\"\\\n\x1f a\x7f";
    std::string text;
    for (const char one : letters) {
        for (const char other : letters) {
            for (const char third : letters) text += {one, other, third};
        }
    }
    for (std::size_t from = 0; from < 16; ++from) EXPECT_TRUE(right(text.substr(from)));
}

// A list is written in one go, or word by word where one of its words needs an escape: wherever that stands, and whatever
// stands before the list.
TEST(JsonWriter, AListOfWordsIsItsWords) {
    const std::vector<std::string_view> words = {"", "a", "A04", "seven77", "eight888", "a longer one of 24 letters", "\"", "\x1f in a longer one", "é"};
    for (const std::size_t room : {0, 4096}) {
        for (std::size_t begin = 0; begin <= words.size(); ++begin) {
            for (std::size_t end = begin; end <= words.size(); ++end) {
                const auto some = std::span(words).subspan(begin, end - begin);
                json expected = json::array();
                for (const std::string_view word : some) expected.push_back(word);
                JsonWriter out(room);
                out.open('[');
                out.value(some);
                out.value(some);
                out.open('{');
                out.key("of strings");
                out.value(std::vector<std::string>(some.begin(), some.end()));
                out.close('}');
                out.close(']');
                EXPECT_EQ(out.finish(), json::array({expected, expected, {{"of strings", expected}}}).dump()) << begin << " to " << end;
            }
        }
    }
}

TEST(JsonWriter, NumbersAreWrittenUpToTheirLimits) {
    for (const std::int64_t number : {INT64_MIN, INT64_MIN + 1, std::int64_t{-10}, std::int64_t{-1}, std::int64_t{0}, std::int64_t{9}, std::int64_t{10},
                                      std::int64_t{99}, std::int64_t{100}, INT64_MAX - 1, INT64_MAX}) {
        JsonWriter out(0);
        out.value(number);
        EXPECT_EQ(out.finish(), std::to_string(number));
    }
}

// Room for what is not yet written is never part of it, whatever the room at the start and the size of each piece.
TEST(JsonWriter, ItGrowsAtAnySize) {
    for (const std::size_t room : {0, 1, 15, 16, 1024, 5000}) {
        for (const std::size_t size : {0, 1, 7, 8, 9, 100, 4095, 4096, 4097, 20000}) {
            JsonWriter out(room);
            json expected = json::object();
            const std::string word(size, 'w'), quotes(size, '"');
            out.open('{');
            for (int i = 0; i < 5; ++i) {
                const std::string name = word + std::to_string(i), quoted = quotes + std::to_string(i);
                out.key(std::string_view(name));
                out.open('[');
                for (int n = 0; n < i; ++n) out.value(std::int64_t{n});
                out.value(quotes);
                out.value(true);
                out.null();
                out.raw("false");
                out.close(']');
                expected[name] = json::array();
                for (int n = 0; n < i; ++n) expected[name].push_back(n);
                for (const json& one : {json(quotes), json(true), json(nullptr), json(false)}) expected[name].push_back(one);
                out.key(std::string_view(quoted));
                out.value(word);
                expected[quoted] = word;
                out.pair("pair", std::string_view("{}"));
                expected["pair"] = "{}";
            }
            out.close('}');
            const std::string text = out.finish();
            EXPECT_EQ(json::parse(text), expected) << room << ", " << size;
        }
    }
}

TEST(JsonWriter, FaultsAreWrittenWithTheirPlaces) {
    EXPECT_EQ(errors_json({}), R"({"errors":[]})");
    EXPECT_EQ(errors_json({{"a", "/b/\"", "c\n"}, {"d", "", "e"}}),
              R"({"errors":[{"code":"a","path":"/b/\"","message":"c\u000a"},{"code":"d","path":"","message":"e"}]})");
}

}  // namespace
}  // namespace returnable::test
