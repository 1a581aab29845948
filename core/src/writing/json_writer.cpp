#include "writing/json_writer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace returnable {
namespace {

bool needs_escape(char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\'; }

constexpr std::uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;

// Of eight letters at once: sets a top bit where one is a control character, a quote or a backslash, and for all that is
// not ASCII. (Taking more from a byte than it holds sets its top bit.)
std::uint64_t odd(std::uint64_t eight) { return (eight - ones * 0x20) | ((eight ^ (ones * '"')) - ones) | ((eight ^ (ones * '\\')) - ones); }

std::uint64_t copy_eight(char* to, const char* from) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, from, 8);
    std::memcpy(to, &eight, 8);
    return odd(eight);
}

// Copies a text; false where a letter of it may need escaping.
inline bool copy_plain(char* to, const char* from, std::size_t size) {
    std::uint64_t found = 0;
    if (size < 8) {
        std::uint64_t letters = ones * ' ';
        for (std::size_t i = 0; i < size; ++i) letters = letters << 8 | static_cast<unsigned char>(to[i] = from[i]);
        found = odd(letters);
    } else {
        found = copy_eight(to + size - 8, from + size - 8);
        for (std::size_t i = 0; i + 8 < size; i += 8) found |= copy_eight(to + i, from + i);
    }
    return (found & tops) == 0;
}

}  // namespace

// A little at a time: what is made ready is still at hand when it is written over.
void JsonWriter::grow(std::size_t room) {
    const std::size_t written = size();
    if (text_.size() + room > text_.capacity()) text_.reserve(2 * text_.capacity() + room);
    text_.resize(std::min(text_.capacity(), text_.size() + std::max<std::size_t>(room, 4096)));
    at_ = text_.data() + written;
    end_ = text_.data() + text_.size();
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
    if (!copy_plain(to, word.data(), word.size())) return escape(to, word);
    to += word.size();
    *to++ = '"';
    end(to);
}

// In one go, or word by word where one of them needs escaping.
void JsonWriter::value(std::span<const std::string_view> words) {
    const bool comma = comma_;
    std::size_t size = 2;
    for (const std::string_view word : words) size += word.size() + 3;
    char* to = begin(size);
    *to++ = '[';
    for (const std::string_view word : words) {
        *to++ = '"';
        if (!copy_plain(to, word.data(), word.size())) {
            comma_ = comma;
            open('[');
            for (const std::string_view one : words) value(one);
            return close(']');
        }
        to += word.size();
        *to++ = '"';
        *to++ = ',';
    }
    if (!words.empty()) --to;
    *to++ = ']';
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

void JsonWriter::value(bool flag) {
    if (flag) literal("true");
    else literal("false");
}

void JsonWriter::null() { literal("null"); }

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
