#include <algorithm>

#include "archive/archive.h"
#include "archive/archive_fields.h"

namespace returnable {
namespace {

// Numbers and texts apart: each compresses best among its own kind.
class Writer {
public:
    std::string numbers, texts;

    template <class... T>
    void operator()(const T&... things) {
        (put(things), ...);
    }

    void number(std::int64_t value) {
        auto rest = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
        for (; rest >= 128; rest >>= 7) numbers += static_cast<char>(rest | 128);
        numbers += static_cast<char>(rest);
    }

    // One more than the standard facts are and only what the pack adds to the standard dictionary; 0 and all of it where it does not begin with that.
    void dictionary(const Pack& pack) {
        const Dictionary& known = returnable::dictionary();
        const bool begins =
            pack.facts.size() >= known.facts.size() && pack.order_of_events.size() >= known.order_of_events.size() &&
            pack.after_first.size() >= known.after_first.size() && pack.contradictions.size() >= known.contradictions.size() &&
            std::equal(known.facts.begin(), known.facts.end(), pack.facts.begin(), [](const FactSpec& a, const FactSpec& b) { return a.id == b.id; }) &&
            std::equal(known.order_of_events.begin(), known.order_of_events.end(), pack.order_of_events.begin());
        number(begins ? static_cast<std::int64_t>(known.facts.size()) + 1 : 0);
        if (!begins) return put(static_cast<const Dictionary&>(pack));
        put_rest(pack.facts, known.facts.size());
        put_rest(pack.order_of_events, known.order_of_events.size());
        put_rest(pack.after_first, known.after_first.size());
        put_rest(pack.contradictions, known.contradictions.size());
    }

private:
    template <class T>
    void put(const T& thing) {
        if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) number(static_cast<std::int64_t>(thing));
        else fields(*this, const_cast<T&>(thing));  // one list of fields serves reading, too; nothing is changed here
    }
    void put(const std::string& text) {
        number(static_cast<std::int64_t>(text.size()));
        texts += text;
    }
    void put(const Date& day) { number(day.time_since_epoch().count()); }
    void put(const FactSet& set) {
        for (std::size_t i = 0; i < max_facts; ++i) number(set[i]);
    }
    template <class T>
    void put(const std::vector<T>& things) {
        number(static_cast<std::int64_t>(things.size()));
        for (const T& thing : things) put(thing);
    }
    template <class T>
    void put_rest(const std::vector<T>& things, std::size_t from) {
        put(std::vector<T>(things.begin() + static_cast<std::ptrdiff_t>(from), things.end()));
    }
    template <class T>
    void put(const std::optional<T>& thing) {
        number(thing.has_value());
        if (thing) put(*thing);
    }
    template <class A, class B>
    void put(const std::pair<A, B>& pair) {
        put(pair.first);
        put(pair.second);
    }
};

void append(std::string& out, std::uint64_t value) {
    for (int byte = 0; byte < 8; ++byte) out += static_cast<char>(value >> 8 * byte & 255);
}

std::string whole(const Writer& writer) {
    std::string rest;
    append(rest, writer.numbers.size());
    rest += writer.numbers;
    rest += writer.texts;
    std::string out;
    append(out, archive_sum(rest));
    return out + rest;
}

}  // namespace

std::string write_archive(const Packs& packs) {
    Writer writer;
    writer.number(static_cast<std::int64_t>(packs.size()));
    for (const auto& pack : packs) writer(*pack);
    return whole(writer);
}

std::string write_dictionary(const Dictionary& dictionary) {
    Writer writer;
    writer(dictionary);
    return whole(writer);
}

}  // namespace returnable
