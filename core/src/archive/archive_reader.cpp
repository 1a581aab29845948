#include "archive/archive.h"
#include "archive/archive_fields.h"
#include "pack/index_pack.h"

namespace returnable {
namespace {

constexpr std::size_t most_packs = 1000;

// Once something does not fit, everything read is empty or nought, and `whole` is false.
class Reader {
public:
    Reader(std::string_view numbers, std::string_view texts) : numbers_(numbers), texts_(texts) {}

    template <class... T>
    void operator()(T&... things) {
        (take(things), ...);
    }
    bool whole() const { return whole_ && numbers_.empty() && texts_.empty(); }

    std::int64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && !numbers_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(numbers_.front());
            numbers_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 127) << shift;
            if (byte < 128) return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
        }
        fail();
        return 0;
    }

    void dictionary(Pack& pack) {
        const std::int64_t standard = number();
        if (standard == 0) return take(static_cast<Dictionary&>(pack));
        static_cast<Dictionary&>(pack) = returnable::dictionary();
        if (standard != static_cast<std::int64_t>(pack.facts.size()) + 1) return fail();  // of another build
        take_more(pack.facts);
        take_more(pack.order_of_events);
        take_more(pack.after_first);
        take_more(pack.contradictions);
    }

private:
    static constexpr int deepest = 64;

    // Of things that take at least a byte each in what is left.
    std::size_t count(std::string_view left) {
        const auto value = static_cast<std::uint64_t>(number());
        if (value <= left.size()) return static_cast<std::size_t>(value);
        fail();
        return 0;
    }
    void fail() {
        whole_ = false;
        numbers_ = texts_ = {};
    }

    template <class T>
    void take(T& thing) {
        if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
            thing = static_cast<T>(number());
        } else {
            if (++depth_ > deepest) fail();
            else fields(*this, thing);
            --depth_;
        }
    }
    void take(std::string& text) {
        const std::size_t size = count(texts_);
        text = texts_.substr(0, size);
        texts_.remove_prefix(size);
    }
    void take(Date& day) { day = Date{std::chrono::days{number()}}; }
    void take(FactSet& set) {
        for (std::size_t i = 0; i < max_facts; ++i) {
            if (number() != 0) set.set(i);
        }
    }
    template <class T>
    void take(std::vector<T>& things) {
        std::vector<T> fresh(count(numbers_));
        things.swap(fresh);
        for (T& thing : things) take(thing);
    }
    template <class T>
    void take_more(std::vector<T>& things) {
        std::vector<T> more;
        take(more);
        things.insert(things.end(), more.begin(), more.end());
    }
    template <class T>
    void take(std::optional<T>& thing) {
        if (number() != 0) take(thing.emplace());
    }
    template <class A, class B>
    void take(std::pair<A, B>& pair) {
        take(pair.first);
        take(pair.second);
    }

    std::string_view numbers_, texts_;
    bool whole_ = true;
    int depth_ = 0;
};

std::uint64_t eight_bytes(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t byte = 8; byte-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[byte]);
    return value;
}

// Of bytes that do not add up, one that can give nothing.
Reader open_archive(std::string_view bytes) {
    if (bytes.size() < 16 || eight_bytes(bytes) != archive_sum(bytes.substr(8))) return {{}, {}};
    const std::uint64_t numbers = eight_bytes(bytes.substr(8));
    const std::string_view rest = bytes.substr(16);
    if (numbers > rest.size()) return {{}, {}};
    return {rest.substr(0, static_cast<std::size_t>(numbers)), rest.substr(static_cast<std::size_t>(numbers))};
}

}  // namespace

std::uint64_t archive_sum(std::string_view bytes) {
    std::uint64_t sum = 0xcbf29ce484222325u;
    for (const char byte : bytes) sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    return sum;
}

Packs read_archive(std::string_view bytes, std::size_t first) {
    Reader reader = open_archive(bytes);
    Packs packs;
    for (std::int64_t left = reader.number(); left > 0 && packs.size() < most_packs; --left) {
        auto pack = std::make_shared<Pack>();
        reader(*pack);
        packs.push_back(std::move(pack));
    }
    if (!reader.whole()) return {};
    for (std::size_t place = 0; place < packs.size(); ++place) {
        Pack& pack = const_cast<Pack&>(*packs[place]);  // not shared with anybody yet
        const std::string edition = std::to_string(first + place) + ".";
        for (std::size_t rule = 0; rule < pack.rules.size(); ++rule) pack.rules[rule].id = edition + std::to_string(rule);
        index_pack(pack);
    }
    return packs;
}

Dictionary read_dictionary(std::string_view archive) {
    Reader reader = open_archive(archive);
    Dictionary dictionary;
    reader(dictionary);
    return reader.whole() ? dictionary : Dictionary{};
}

}  // namespace returnable
