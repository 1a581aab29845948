#include "write_json.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace returnable {
namespace {

bool needs_escape(char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\'; }

// Copies eight letters; false where one of them is a control character, a quote or a backslash.
bool copy_eight(char* to, const char* from) {
    constexpr std::uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    std::uint64_t eight = 0;
    std::memcpy(&eight, from, 8);
    std::memcpy(to, &eight, 8);
    // A byte of these is 0 where the letter is the one looked for; taking 1 from 0 sets its top bit.
    const std::uint64_t quotes = eight ^ (ones * '"'), slashes = eight ^ (ones * '\\');
    const std::uint64_t found = ((eight - ones * 0x20) & ~eight) | ((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes);
    return (found & tops) == 0;
}

// How many letters, from the first on, were copied since none of them needs escaping: all of them, as a rule.
std::size_t copy_plain(char* to, std::string_view text) {
    const std::size_t size = text.size();
    std::size_t i = 0;
    while (i + 8 <= size && copy_eight(to + i, text.data() + i)) i += 8;
    if (i + 8 > size && size >= 8 && copy_eight(to + size - 8, text.data() + size - 8)) return size;
    for (; i < size && !needs_escape(text[i]); ++i) to[i] = text[i];
    return i;
}

}  // namespace

// A little at a time: what is made ready is still at hand when it is written over.
void JsonWriter::grow(std::size_t size) {
    if (text_.size() + size > text_.capacity()) text_.reserve(2 * text_.capacity() + size);
    text_.resize(std::min(text_.capacity(), text_.size() + std::max<std::size_t>(size, 4096)));
}

void JsonWriter::key(std::string_view name) {
    value(name);
    comma_ = false;
    raw(":");
    comma_ = false;
}

void JsonWriter::value(std::string_view word) {
    char* to = begin(word.size());
    *to++ = '"';
    const std::size_t plain = copy_plain(to, word);
    to += plain;
    if (plain < word.size()) return escape(to, word.substr(plain));
    *to++ = '"';
    end(to);
}

void JsonWriter::escape(char* to, std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    end(to);
    comma_ = false;
    to = begin(6 * text.size());
    for (const char letter : text) {
        if (!needs_escape(letter)) {
            *to++ = letter;
        } else if (letter == '"' || letter == '\\') {
            *to++ = '\\';
            *to++ = letter;
        } else {
            std::memcpy(to, "\\u00", 4);
            to[4] = hex[letter >> 4];
            to[5] = hex[letter & 15];
            to += 6;
        }
    }
    *to++ = '"';
    end(to);
}

void JsonWriter::value(std::int64_t number) {
    char digits[20];
    std::size_t count = 0;
    auto rest = static_cast<std::uint64_t>(number);
    if (number < 0) rest = 0 - rest;
    do digits[count++] = static_cast<char>('0' + rest % 10);
    while ((rest /= 10) > 0);
    char* to = begin(count);
    if (number < 0) *to++ = '-';
    while (count > 0) *to++ = digits[--count];
    end(to);
}

void JsonWriter::raw(std::string_view json) {
    char* to = begin(json.size());
    std::memcpy(to, json.data(), json.size());
    end(to + json.size());
}

std::string errors_json(const std::vector<Error>& errors) {
    JsonWriter out;
    out.open('{');
    out.key("errors");
    out.open('[');
    for (const Error& error : errors) {
        out.open('{');
        out.pair("code", error.code);
        out.pair("path", error.path);
        out.pair("message", error.message);
        out.close('}');
    }
    out.close(']');
    out.close('}');
    return out.finish();
}

}  // namespace returnable
