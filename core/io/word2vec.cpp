// word2vec: a line "rows columns", then words with their numbers as text or as float32.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstring>

#include "core/io/byte_blocks.h"
#include "core/io/embedding_reader.h"
#include "core/io/number_text.h"
#include "core/io/word_vectors.h"

namespace horo {

namespace {

constexpr size_t longestWord = 4096;

/// Files that end in .bin, too.
Result<void> refuseModels(std::string_view head, const std::string& place) {
    if (head.starts_with("\xBA\x16\x4F\x2F"))
        return inputError("is a model of fastText, not a list of vectors",
                          "take its .vec file, or print the vectors: fasttext print-word-vectors", place);
    if (head.starts_with("PK\x03\x04") || head.starts_with("\x80\x02"))
        return inputError("is a pickle of PyTorch, which would have to be executed",
                          "save the tensors by safetensors.torch.save_file", place);
    return {};
}

struct Header {
    size_t rows = 0, columns = 0, bytes = 0;
};

Result<Header> headerOf(std::string_view head, const std::string& place) {
    const size_t end = head.substr(0, 64).find('\n');
    Header header;
    if (end != std::string_view::npos) {
        const char *at = head.data(), *const stop = at + end;
        const auto [gap, fault] = std::from_chars(at, stop, header.rows);
        if (fault == std::errc() && gap != stop && *gap == ' ') {
            const auto [last, wrong] = std::from_chars(gap + 1, stop, header.columns);
            const std::string_view rest(last, static_cast<size_t>(stop - last));
            header.bytes = end + 1;
            if (wrong == std::errc() && header.columns > 0 &&
                rest.find_first_not_of(" \r") == std::string_view::npos)
                return header;
        }
    }
    return inputError("does not begin with a line \"rows columns\"",
                      "save it by save_word2vec_format, or say what it is by ?format=NAME", place);
}

/// Whether what follows the header is text: a word and numbers up to the line end.
bool isText(std::string_view rows) {
    const size_t end = std::min(rows.find('\n'), rows.size());
    const size_t gap = rows.substr(0, end).find_first_of(" \t");
    return gap != std::string_view::npos &&
           std::all_of(rows.begin() + static_cast<std::ptrdiff_t>(gap),
                       rows.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
                           return std::isspace(static_cast<unsigned char>(c)) ||
                                  std::isgraph(static_cast<unsigned char>(c));
                       });
}

class Word2VecReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "word2vec"; }
    std::vector<std::string> endings() const override { return {".vec", ".bin"}; }
    std::string_view help() const override {
        return "Word vectors as text or binary (word2vec, fastText's .vec)";
    }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t limit) const override {
        auto blocks = ByteBlocks::open(source, limit);
        if (!blocks) return blocks.error();
        const std::string_view head = blocks->ready();
        if (const auto fine = refuseModels(head, source.name); !fine) return fine.error();
        const auto header = headerOf(head, source.name + ":1");
        const bool text = isText(head.substr(header ? header->bytes : 0, 1 << 16));
        const auto stated = source.choice("layout", {text ? "text" : "binary", text ? "binary" : "text"});
        if (!stated) return stated.error();
        const bool asText = *stated == "text";
        if (!asText && !header) return header.error();
        if (asText && source.name == "-")
            return inputError("can be read from a file alone", "write it into a file, or add ?format=glove",
                              "-");
        auto draft =
            asText ? readWordVectors(source, limit) : readBinary(source, std::move(*blocks), *header);
        if (!draft) return draft.error();
        draft->details["layout"] = *stated;
        draft->choices.push_back(choiceOf(source, "layout", *stated, {"text", "binary"}, "the first row"));
        return draft;
    }

private:
    static Result<EmbeddingDraft> readBinary(const Source& source, ByteBlocks blocks, const Header& header) {
        const auto encoding = wordEncoding(source);
        if (!encoding) return encoding.error();
        size_t numbers = 0, rowBytes = 0, bytes = 0;
        if (__builtin_mul_overflow(header.rows, header.columns, &numbers) ||
            __builtin_mul_overflow(header.columns, sizeof(float), &rowBytes) ||
            __builtin_mul_overflow(numbers, sizeof(float), &bytes) ||
            (blocks.fileBytes() > 0 && bytes > blocks.fileBytes()))
            return inputError(
                fmt::format("says that it has {} rows of {} numbers, which {} bytes cannot hold", header.rows,
                            header.columns, blocks.fileBytes()),
                "make or copy the file again", source.name + ":1");
        EmbeddingDraft draft;
        std::vector<float> values;
        if (blocks.isWhole() && blocks.fileBytes() > 0) values.reserve(numbers);
        blocks.take(header.bytes);
        size_t row = 0;
        for (; row < header.rows; ++row) {
            const auto place = [&] {
                return fmt::format("{}, row {}, byte {}", source.name, row, blocks.position());
            };
            while (blocks.need(1) && blocks.ready().front() == '\n')
                blocks.take(1);
            size_t end = blocks.ready().substr(0, longestWord).find(' ');
            while (end == std::string_view::npos && blocks.ready().size() < longestWord && blocks.more())
                end = blocks.ready().substr(0, longestWord).find(' ');
            const bool isThere = end != std::string_view::npos && blocks.need(end + 1 + rowBytes);
            if (!isThere && !blocks.isWhole()) break;
            if (end == std::string_view::npos && blocks.ready().size() >= longestWord)
                return inputError(
                    fmt::format("has no word in {} bytes: the rows are not where they should be",
                                longestWord),
                    "check that the file is binary word2vec with float32", place());
            if (!isThere)
                return inputError(
                    fmt::format("ends after {} of the {} rows that it promises", row, header.rows),
                    "copy the file again", place());
            auto word = decodedWord(blocks.ready().substr(0, end), *encoding, place());
            if (!word) return word.error();
            draft.names.push_back(std::move(*word));
            values.resize(values.size() + header.columns);
            std::memcpy(values.data() + row * header.columns, blocks.ready().data() + end + 1, rowBytes);
            blocks.take(end + 1 + rowBytes);
        }
        draft.isWhole = row == header.rows;
        draft.rowsInFile = header.rows;
        draft.embedding.vectors = Vectors(row, header.columns, std::move(values));
        draft.origin.sha256 = blocks.sha256();
        draft.choices.push_back(choiceOf(source, "encoding", *encoding, {"utf-8", "latin-1"}));
        return draft;
    }
};

HOROCYCLE_READER(Word2VecReader);

}  // namespace

}  // namespace horo
