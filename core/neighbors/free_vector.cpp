#include "core/neighbors/free_vector.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace horo {

namespace {

constexpr std::string_view blanks = " \t\r\n", between = " \t\r\n,;[]()";

struct Term {
    double sign = 1;
    std::string_view name;
};

std::string_view trimmed(std::string_view text) {
    const size_t first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Nothing where something else than numbers stands there.
std::optional<std::vector<double>> numbersIn(std::string_view text) {
    std::vector<double> numbers;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(between), text.size()));
        if (text.empty()) return numbers;
        const std::string_view word = text.substr(0, text.find_first_of(between));
        double number = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (error != std::errc() || end != word.data() + word.size()) return {};
        numbers.push_back(number);
        text.remove_prefix(word.size());
    }
}

/// Names may hold signs and blanks, so that only a sign between blanks parts them.
std::vector<Term> termsOf(std::string_view text) {
    std::vector<Term> terms;
    Term term;
    if (text.starts_with("- ")) term.sign = -1, text.remove_prefix(2);
    while (true) {
        const size_t plus = text.find(" + "), minus = text.find(" - ");
        const size_t end = std::min(plus, minus);
        term.name = trimmed(text.substr(0, end));
        terms.push_back(term);
        if (end == text.npos) return terms;
        term.sign = minus < plus ? -1 : 1;
        text.remove_prefix(end + 3);
    }
}

/// What the text consists of where it is no list of numbers; a whole text that is a name is that name.
std::vector<Term> namedTerms(const Embedding& embedding, std::string_view text) {
    if (embedding.items->rowOf(text)) return {{1, text}};
    return termsOf(text);
}

}  // namespace

Result<std::vector<double>> freeVector(const Embedding& embedding, std::string_view written) {
    const std::string_view text = trimmed(written);
    if (text.empty())
        return inputError("nothing is written",
                          "write numbers, a name, or names added up: king - man + woman");
    const auto numbers = embedding.items->rowOf(text) ? std::nullopt : numbersIn(text);
    std::vector<double> sum(embedding.columns(), 0);
    if (numbers) {
        if (numbers->size() != embedding.columns())
            return inputError(
                fmt::format("{} numbers are written, rows have {}", numbers->size(), embedding.columns()),
                "write one number a column");
        sum = *numbers;
    } else {
        const auto terms = namedTerms(embedding, text);
        if (terms.size() + (terms.front().sign < 0) > 1 &&
            embedding.manifold.kind() != ManifoldKind::Euclidean)
            return inputError("rows of a curved space cannot be added up",
                              "name one row, or take an embedding in a flat space");
        for (const Term& term : terms) {
            const auto row = embedding.items->rowOf(term.name);
            if (!row)
                return inputError(fmt::format("\"{}\" is no row of the embedding", term.name),
                                  "write names as the table of rows has them, with blanks around + and -");
            const std::vector<double> values = embedding.row(*row);
            for (size_t column = 0; column < sum.size(); ++column)
                sum[column] += term.sign * values[column];
        }
    }
    if (!embedding.manifold.contains(sum))
        return inputError("the point does not lie in the space of the embedding",
                          "write numbers that do, as those of its rows");
    return sum;
}

std::vector<size_t> rowsNamedIn(const Embedding& embedding, std::string_view written) {
    const std::string_view text = trimmed(written);
    std::vector<size_t> rows;
    if (!embedding.items->rowOf(text) && numbersIn(text)) return rows;
    for (const Term& term : namedTerms(embedding, text))
        if (const auto row = embedding.items->rowOf(term.name)) rows.push_back(*row);
    return rows;
}

}  // namespace horo
