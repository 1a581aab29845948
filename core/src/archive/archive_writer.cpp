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

    // 0 and all of it, or one more than the standard facts are and only the pack's own.
    void dictionary(const Pack& pack) {
        const Dictionary& known = returnable::dictionary();
        const auto& standard = known.facts;
        const bool begins = pack.facts.size() >= standard.size() && pack.order_of_events.size() == known.order_of_events.size() &&
                            pack.after_first.size() == known.after_first.size() && pack.contradictions.size() == known.contradictions.size() &&
                            std::equal(standard.begin(), standard.end(), pack.facts.begin(), [](const FactSpec& a, const FactSpec& b) { return a.id == b.id; });
        number(begins ? static_cast<std::int64_t>(standard.size()) + 1 : 0);
        if (begins) put(std::vector<FactSpec>(pack.facts.begin() + static_cast<std::ptrdiff_t>(standard.size()), pack.facts.end()));
        else put(static_cast<const Dictionary&>(pack));
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
