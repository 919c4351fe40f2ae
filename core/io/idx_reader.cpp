// IDX as embeddings: images or other rows, with the labels that lie beside them.
#include <fmt/format.h>

#include "core/base/file.h"
#include "core/io/embedding_reader.h"
#include "core/io/idx.h"

namespace horo {

namespace {

/// "train-images-idx3-ubyte.gz" -> "train-labels-idx1-ubyte.gz", where there is such a file.
std::string labelsBeside(const std::filesystem::path& images) {
    std::string name = images.filename().string();
    for (const auto& [from, to] : {std::pair("images", "labels"), std::pair("idx3", "idx1")}) {
        const size_t at = name.find(from);
        if (at == std::string::npos) return {};
        name.replace(at, std::string_view(from).size(), to);
    }
    std::error_code ignored;
    const auto path = images.parent_path() / name;
    return std::filesystem::exists(path, ignored) ? path.string() : std::string();
}

class IdxReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "idx"; }
    std::vector<std::string> endings() const override { return {"-ubyte", "-ubyte.gz", ".idx", ".idx.gz"}; }
    std::string_view help() const override { return "Images or rows of numbers (IDX, as of MNIST)"; }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t) const override {
        auto file = readFileAndChecksum(source.path());
        if (!file) return file.error();
        const auto array = parseIdx(std::move(file->bytes), source.name);
        if (!array) return array.error();
        auto rows = rowsOfIdx(*array, source.name);
        if (!rows) return rows.error();
        EmbeddingDraft draft;
        draft.embedding.vectors = std::move(rows->vectors);
        draft.embedding.picture = rows->picture;
        draft.origin.sha256 = std::move(file->sha256);
        const std::string beside = labelsBeside(source.path());
        const std::string labels = source.option("labels").value_or(beside.empty() ? "none" : beside);
        draft.choices.push_back(
            choiceOf(source, "labels", labels, {"none"}, beside.empty() ? "usual" : "found beside it"));
        draft.choices.back().isOpen = true;
        if (labels == "none") return draft;
        auto bytes = readFile(labels);
        if (!bytes) return bytes.error();
        const auto parsed = parseIdx(std::move(*bytes), labels);
        if (!parsed) return parsed.error();
        const auto numbers = labelsOfIdx(*parsed, labels);
        if (!numbers) return numbers.error();
        if (numbers->size() != draft.embedding.rows())
            return inputError(
                fmt::format("has {} labels for {} rows", numbers->size(), draft.embedding.rows()),
                "give one label a row by ?labels=FILE, or ?labels=none", labels);
        for (const unsigned number : *numbers)
            draft.embedding.labels.push_back(std::to_string(number));
        return draft;
    }
};

HOROCYCLE_READER(IdxReader);

}  // namespace

}  // namespace horo
