// Words with their vectors as text: word2vec and fastText (a first line "n d"), GloVe (none).
#include <fmt/format.h>

#include <algorithm>

#include "core/io/byte_blocks.h"
#include "core/io/embedding_reader.h"
#include "core/io/number_text.h"
#include "core/io/word_vectors.h"

namespace horo {

namespace {

bool isGap(char c) {
    return c == ' ' || c == '\t';
}

std::string_view withoutGaps(std::string_view text) {
    while (!text.empty() && isGap(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isGap(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Reads `count` numbers that are all there is. False: they are not.
bool takeNumbers(std::string_view text, size_t count, float* out) {
    for (size_t i = 0; i < count; ++i) {
        while (!text.empty() && isGap(text.front()))
            text.remove_prefix(1);
        if (!takeNumber(text, out[i])) return false;
        if (!text.empty() && !isGap(text.front())) return false;
    }
    return withoutGaps(text).empty();
}

/// The last `count` fields; nothing where there are not so many and a word before them.
std::optional<size_t> startOfLast(std::string_view line, size_t count) {
    size_t at = line.size();
    for (size_t field = 0; field < count; ++field) {
        while (at > 0 && isGap(line[at - 1]))
            --at;
        while (at > 0 && !isGap(line[at - 1]))
            --at;
    }
    return at > 0 ? std::optional(at) : std::nullopt;
}

/// Numbers at the end of the line, the first field not counted.
size_t numbersIn(std::string_view line) {
    size_t numbers = 0;
    for (line = withoutGaps(line); !line.empty(); ++numbers) {
        const size_t gap = line.find_last_of(" \t");
        if (gap == std::string_view::npos || !isNumber(line.substr(gap + 1))) return numbers;
        line = withoutGaps(line.substr(0, gap));
    }
    return numbers;
}

struct Row {
    std::string_view word;
    bool fits = false;
};

/// Splits a line into a word, which may hold spaces, and `columns` numbers.
Row splitRow(std::string_view line, size_t columns, float* out) {
    while (!line.empty() && isGap(line.back()))
        line.remove_suffix(1);
    const size_t gap = line.find_first_of(" \t", 1);
    if (gap != std::string_view::npos && takeNumbers(line.substr(gap), columns, out))
        return {line.substr(0, gap), true};
    const auto start = startOfLast(line, columns);
    if (!start || !takeNumbers(line.substr(*start), columns, out)) return {};
    std::string_view word = line.substr(0, *start);
    while (!word.empty() && isGap(word.back()))
        word.remove_suffix(1);
    return {word, true};
}

class Words {
public:
    Words(const Source& source, TextLines lines) : source_(source), lines_(std::move(lines)) {}

    Result<EmbeddingDraft> read() {
        const auto encoding = wordEncoding(source_);
        if (!encoding) return encoding.error();
        encoding_ = *encoding;
        if (auto started = start(); !started) return started.error();
        std::string_view line;
        while (lines_.next(line)) {
            if (withoutGaps(line).empty()) continue;
            if (auto added = add(line); !added) return added.error();
        }
        if (lines_.isTooLong())
            return inputError("has a line of more than 64 MB", "give one row a line", lines_.place());
        return finish();
    }

private:
    /// Reads the first line, and the second where the first may be a header.
    Result<void> start() {
        std::string_view line;
        if (!lines_.next(line)) return inputError("holds no line", "give a file with data", source_.name);
        const std::string first(withoutGaps(line));
        double rows = 0, columns = 0;
        std::string_view rest = first;
        const bool isPair = takeNumber(rest, rows) && (rest = withoutGaps(rest), takeNumber(rest, columns)) &&
                            rest.empty() && rows >= 0 && columns >= 1 && rows == std::floor(rows) &&
                            columns == std::floor(columns) && rows < 1e15 && columns < 1e9;
        std::string second;
        if (isPair && lines_.next(line)) second = line;
        if (isPair && static_cast<double>(numbersIn(second)) == columns) {
            rowsSaid_ = static_cast<size_t>(rows);
            columns_ = static_cast<size_t>(columns);
            const uint64_t bytes = lines_.blocks().fileBytes();
            if (bytes > 0 && rows * columns * 2 > static_cast<double>(bytes))
                return inputError(
                    fmt::format("says that it has {} rows of {} numbers, which {} bytes cannot hold",
                                *rowsSaid_, columns_, bytes),
                    "make or copy the file again", source_.name + ":1");
            return add(second);
        }
        columns_ = numbersIn(first);
        if (isPair)
            return inputError(fmt::format("says {} numbers a row, but the next line has {}",
                                          static_cast<size_t>(columns), numbersIn(second)),
                              "give a line \"rows columns\", then a word and its numbers a line",
                              source_.name + ":2");
        if (columns_ == 0)
            return inputError("has no word with numbers in its first line",
                              "give a word and its numbers a line, parted by spaces", source_.name + ":1");
        return add(first);
    }

    Result<void> add(std::string_view line) {
        const size_t have = values_.size();
        values_.resize(have + columns_);
        const Row row = splitRow(line, columns_, values_.data() + have);
        if (!row.fits)
            return inputError(
                fmt::format("has no word with {} numbers in this line but {}", columns_, numbersIn(line)),
                "give each row as many numbers as the first", lines_.place());
        auto word = decodedWord(row.word, encoding_, lines_.place());
        if (!word) return word.error();
        draft_.names.push_back(std::move(*word));
        draft_.lines.push_back(static_cast<uint32_t>(lines_.number()));
        if (draft_.names.size() == probe) reserve();
        return {};
    }

    /// As many rows as there will be by what the first ones take.
    void reserve() {
        const double share = static_cast<double>(lines_.blocks().position()) /
                             static_cast<double>(std::max<uint64_t>(lines_.blocks().fileBytes(), 1));
        if (share <= 0 || share >= 1 || !lines_.blocks().isWhole()) return;
        const auto rows = rowsSaid_ ? *rowsSaid_ : static_cast<size_t>(1.05 * probe / share);
        values_.reserve(rows * columns_);
        draft_.names.reserve(rows);
        draft_.lines.reserve(rows);
    }

    Result<EmbeddingDraft> finish() {
        const size_t rows = draft_.names.size();
        const bool isWhole = lines_.blocks().isWhole();
        if (isWhole && rowsSaid_ && rows < *rowsSaid_)
            return inputError(fmt::format("ends after {} of the {} rows that it promises", rows, *rowsSaid_),
                              "copy the file again; or correct its first line", lines_.place());
        if (rowsSaid_ && rows > *rowsSaid_)
            draft_.warnings.push_back(
                fmt::format("has {} rows where its first line promises {}", rows, *rowsSaid_));
        draft_.isWhole = isWhole;
        draft_.rowsInFile = rowsSaid_.value_or(0);
        draft_.embedding.vectors = Vectors(rows, columns_, std::move(values_));
        draft_.origin.sha256 = lines_.sha256();
        draft_.details["header"] = rowsSaid_ ? "yes" : "no";
        draft_.choices.push_back(choiceOf(source_, "encoding", encoding_, {"utf-8", "latin-1"}));
        return std::move(draft_);
    }

    static constexpr size_t probe = 1000;

    const Source& source_;
    TextLines lines_;
    std::string encoding_;
    std::optional<size_t> rowsSaid_;
    size_t columns_ = 0;
    std::vector<float> values_;
    EmbeddingDraft draft_;
};

class GloveReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "glove"; }
    std::vector<std::string> endingsIfWanted() const override { return {".txt"}; }
    std::string_view help() const override { return "A word and its numbers a line (GloVe)"; }
    /// Two lines of a word and the same number of numbers, most of them with a point.
    bool recognises(const Source& source, std::string_view head) const override {
        if (source.path().extension() != ".txt") return false;
        const size_t first = head.find('\n'), second = head.find('\n', first + 1);
        if (first == std::string_view::npos || second == std::string_view::npos) return false;
        const auto a = head.substr(0, first), b = head.substr(first + 1, second - first - 1);
        const size_t numbers = numbersIn(a);
        return numbers >= 4 && numbers == numbersIn(b) &&
               2 * static_cast<size_t>(std::ranges::count(a, '.')) > numbers;
    }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t limit) const override {
        return readWordVectors(source, limit);
    }
};

class FastTextReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "fasttext"; }
    std::vector<std::string> endingsIfWanted() const override { return {".vec"}; }
    std::string_view help() const override { return "Word vectors as text (fastText)"; }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t limit) const override {
        return readWordVectors(source, limit);
    }
};

HOROCYCLE_READER(GloveReader);
HOROCYCLE_READER(FastTextReader);

}  // namespace

Result<std::string> wordEncoding(const Source& source) {
    return source.choice("encoding", {"utf-8", "latin-1"});
}

Result<std::string> decodedWord(std::string_view word, const std::string& encoding,
                                const std::string& place) {
    std::string text;
    if (encoding == "latin-1") {
        for (const char c : word) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0x80) text += static_cast<char>(0xC0 | byte >> 6);
            text += static_cast<char>(byte < 0x80 ? byte : 0x80 | (byte & 63));
        }
        return text;
    }
    if (const size_t wrong = firstInvalidUtf8(word); wrong != std::string_view::npos)
        return inputError(fmt::format("has a word that is not UTF-8: byte {:#04x}",
                                      static_cast<unsigned char>(word[wrong])),
                          "read it by ?encoding=latin-1 if it is Western European text of that time", place);
    text = word;
    return text;
}

Result<EmbeddingDraft> readWordVectors(const Source& source, uint64_t limit) {
    auto lines = TextLines::open(source, limit);
    if (!lines) return lines.error();
    return Words(source, std::move(*lines)).read();
}

}  // namespace horo
