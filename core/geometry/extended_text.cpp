#include "core/geometry/extended_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

#include "core/base/parallel.h"

namespace horo {

namespace {

constexpr uint64_t chunkValue = 10'000'000'000'000'000'000u;
constexpr size_t chunkDigits = 19;

/// Digits behind the point that tell all numbers of 64 limbs - 1 binary places apart, cut off or rounded: the
/// last digit is below a tenth of the last binary place.
size_t digitsFor(size_t limbs) {
    return static_cast<size_t>(static_cast<double>(64 * limbs - 1) / std::numbers::log2e *
                               std::numbers::log10e) +
           2;
}

size_t limbsFor(size_t digits) {
    size_t limbs = std::max<size_t>(1, digits / 20);
    while (digitsFor(limbs) < digits)
        ++limbs;
    return limbs;
}

/// number * factor + carry, in place; what does not fit.
uint64_t multiplyAdd(std::span<uint64_t> number, uint64_t factor, uint64_t carry) {
    for (uint64_t& limb : number) {
        const Wide next = static_cast<Wide>(limb) * factor + carry;
        limb = static_cast<uint64_t>(next);
        carry = static_cast<uint64_t>(next >> 64);
    }
    return carry;
}

std::string decimalText(const FixedPoint& number, size_t digits) {
    if (number.isZero()) return "0";
    FixedPoint rest = number.isNegative() ? -number : number;
    std::string text = number.isNegative() ? "-0." : "0.";
    const size_t start = text.size();
    const std::span fraction(rest.limbs().data(), rest.places());
    while (text.size() < start + digits)
        text += fmt::format("{:019}", multiplyAdd(fraction, chunkValue, 0));
    text.resize(start + digits);
    return text;
}

/// A decimal number below 1 as its digits.
struct Decimal {
    bool negative = false;
    size_t zeros = 0;         ///< behind the point, before the digits
    std::string_view whole;   ///< digits before the point that count
    std::string_view digits;  ///< digits behind them
    size_t places() const { return zeros + whole.size() + digits.size(); }
};

bool allDigits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Nothing where the text is no number below 1.
std::optional<Decimal> parseDecimal(std::string_view text) {
    Decimal number;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        number.negative = text[0] == '-';
        text.remove_prefix(1);
    }
    long exponent = 0;
    if (const size_t e = text.find_first_of("eE"); e != text.npos) {
        std::string_view power = text.substr(e + 1);
        if (power.starts_with('+')) power.remove_prefix(1);
        const auto [end, fault] = std::from_chars(power.data(), power.data() + power.size(), exponent);
        if (fault != std::errc() || end != power.data() + power.size()) return std::nullopt;
        text = text.substr(0, e);
    }
    const size_t point = std::min(text.find('.'), text.size());
    std::string_view whole = text.substr(0, point);
    number.digits = text.substr(std::min(point + 1, text.size()));
    if (!allDigits(whole) || !allDigits(number.digits) || whole.size() + number.digits.size() == 0)
        return std::nullopt;
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    number.whole = whole;
    if (whole.empty()) {
        const size_t leading = std::min(number.digits.find_first_not_of('0'), number.digits.size());
        if (leading == number.digits.size()) return Decimal{};
        number.zeros = leading;
        number.digits.remove_prefix(leading);
    }
    // 0.[zeros][whole][digits] * 10^(shift of the point)
    const long shift = static_cast<long>(whole.size()) + std::clamp<long>(exponent, -1'000'000, 1'000'000) -
                       static_cast<long>(number.zeros);
    if (shift > 0) return std::nullopt;
    number.zeros = static_cast<size_t>(-shift);
    return number;
}

/// 10^-digits in 64 * places binary places, rounded down.
std::vector<uint64_t> powerOfTenth(size_t digits, size_t places) {
    std::vector<uint64_t> power(places + 1, 0);
    power.back() = 1;
    for (size_t left = digits; left > 0;) {
        const size_t now = std::min(left, chunkDigits);
        uint64_t divisor = 1;
        for (size_t i = 0; i < now; ++i)
            divisor *= 10;
        Wide rest = 0;
        for (size_t i = power.size(); i-- > 0;) {
            rest = rest << 64 | power[i];
            power[i] = static_cast<uint64_t>(rest / divisor);
            rest %= divisor;
        }
        left -= now;
    }
    while (power.size() > 1 && power.back() == 0)
        power.pop_back();
    return power;
}

/// Turns digits into limbs, for all texts of one table.
class DecimalReader {
public:
    explicit DecimalReader(size_t limbs)
        : limbs_(limbs),
          digits_(digitsFor(limbs)),
          places_(2 * limbs + 3),
          tenth_(powerOfTenth(digits_, places_)) {}

    /// The number in 64 limbs - 1 binary places, the least significant limb first. False: it is rounded to 1.
    bool read(const Decimal& number, std::vector<uint64_t>& out) const {
        // All digits as one whole number, times 10^-digits.
        std::vector<uint64_t> whole(limbs_ + 1, 0);
        uint64_t chunk = 0, factor = 1;
        const auto append = [&](char digit) {
            chunk = chunk * 10 + static_cast<uint64_t>(digit - '0');
            factor *= 10;
            if (factor < chunkValue) return;
            multiplyAdd(whole, factor, chunk);
            chunk = 0, factor = 1;
        };
        for (const char digit : number.whole)
            append(digit);
        for (const char digit : number.digits)
            append(digit);
        for (size_t i = number.places(); i < digits_; ++i)
            append('0');
        multiplyAdd(whole, factor, chunk);
        std::vector<uint64_t> product(std::max(whole.size() + tenth_.size(), places_ + 1), 0);
        for (size_t i = 0; i < whole.size(); ++i) {
            uint64_t carry = 0;
            for (size_t j = 0; j < tenth_.size(); ++j) {
                const Wide next = static_cast<Wide>(whole[i]) * tenth_[j] + product[i + j] + carry;
                product[i + j] = static_cast<uint64_t>(next);
                carry = static_cast<uint64_t>(next >> 64);
            }
            product[i + tenth_.size()] = carry;
        }
        // The limbs_ + 1 limbs behind the point; half a place of the result is one of the second.
        const std::span behind = std::span(product).subspan(places_ - limbs_ - 1, limbs_ + 2);
        for (size_t i = 1; i < behind.size() && ++behind[i] == 0; ++i) {
        }
        out.assign(limbs_, 0);
        for (size_t i = 0; i < limbs_; ++i)
            out[i] = behind[i + 1] >> 1 | behind[i + 2] << 63;
        if (out.back() >> 63) return false;
        if (number.negative) negate(out);
        return true;
    }

private:
    static void negate(std::vector<uint64_t>& number) {
        for (uint64_t& limb : number)
            limb = ~limb;
        for (size_t i = 0; i < number.size() && ++number[i] == 0; ++i) {
        }
    }

    size_t limbs_, digits_, places_;
    std::vector<uint64_t> tenth_;
};

Error badText(const std::string& text, size_t index, size_t columns) {
    const std::string shown = text.size() > 40 ? text.substr(0, 40) + "..." : text;
    return inputError(
        fmt::format("the extended coordinate '{}' is no decimal number between -1 and 1", shown),
        "write each coordinate like -0.25, with all its digits",
        fmt::format("row {}, column {}", index / columns, index % columns));
}

}  // namespace

std::vector<std::string> decimalTexts(const ExtendedPoints& points, int threads) {
    const size_t digits = digitsFor(points.limbs()), columns = points.columns();
    std::vector<std::string> texts(points.rows() * columns);
    parallelFor(points.rows(), 64, threads, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            for (size_t j = 0; j < columns; ++j)
                texts[i * columns + j] = decimalText(points.coordinate(i, j), digits);
    });
    return texts;
}

Result<std::shared_ptr<const ExtendedPoints>> extendedFromTexts(size_t rows, size_t columns,
                                                                std::span<const std::string> texts,
                                                                int threads) {
    if (columns == 0 || texts.size() != rows * columns)
        return inputError(
            fmt::format("has {} extended coordinates for {} rows of {}", texts.size(), rows, columns),
            "give one text a coordinate, as many as there are vectors");
    std::vector<Decimal> numbers(texts.size());
    size_t places = 1, characters = 0;
    for (size_t i = 0; i < texts.size(); ++i) {
        const auto number = parseDecimal(texts[i]);
        if (!number) return badText(texts[i], i, columns);
        if (number->places() > digitLimit)
            return inputError(fmt::format("an extended coordinate has {} digits", number->places()),
                              fmt::format("write at most {}", digitLimit),
                              fmt::format("row {}, column {}", i / columns, i % columns));
        numbers[i] = *number;
        places = std::max(places, number->places());
        characters += texts[i].size();
    }
    const size_t limbs = limbsFor(places);
    if (const size_t bytes = texts.size() * limbs * 8; bytes > (size_t{64} << 20) && bytes > 8 * characters)
        return inputError(fmt::format("one extended coordinate has {} digits, but most have few", places),
                          "write all of them with about as many digits");
    ExtendedPoints::Limbs table{rows, columns, limbs, std::vector<uint64_t>(texts.size() * limbs)};
    const DecimalReader reader(limbs);
    std::vector<uint8_t> outside(texts.size(), 0);
    parallelFor(texts.size(), 128, threads, [&](size_t begin, size_t end) {
        std::vector<uint64_t> number;
        for (size_t i = begin; i < end; ++i) {
            if (!reader.read(numbers[i], number)) outside[i] = 1;
            for (size_t l = 0; l < limbs; ++l)
                table.values[l * texts.size() + i] = number[limbs - 1 - l];
        }
    });
    for (size_t i = 0; i < outside.size(); ++i)
        if (outside[i]) return badText(texts[i], i, columns);
    return ExtendedPoints::create(std::move(table), threads);
}

}  // namespace horo
