// What a file was understood as, before it is taken.
#pragma once

#include <QWidget>
#include <memory>

#include "core/io/preview.h"

class QTableWidget;
class QVBoxLayout;

namespace horo::views {
class Label;
class PlainButton;
class PrimaryButton;
}  // namespace horo::views

namespace horo::app {

class NumberStrip;

/// The choices of the reader, the shape of the hierarchy or of the vectors, what is doubtful or wrong, and
/// the first rows: of a hierarchy beside what each became, of vectors column by column. Another choice reads
/// the file anew; Return takes it, Escape leaves it.
class PreviewPage : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPage(QWidget* parent = nullptr);

    void setPreview(std::shared_ptr<const Preview> preview);
    const std::shared_ptr<const Preview>& preview() const { return preview_; }
    /// Whether the page comes only where something is doubtful; a preference of the person.
    static bool onlyWhereDoubtful();
    /// Nothing to ask: no warning, no orphan, no repetition, and nothing that the reader had to infer.
    static bool isPlain(const Preview& preview);

Q_SIGNALS:
    void taken();
    void left();
    void readAgain(const QString& source);  ///< with another choice

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillChoices();
    void fillFacts();
    void fillNotices();
    void fillRows();
    void fillVectors();

    std::shared_ptr<const Preview> preview_;
    views::Label *title_, *about_, *rowsTitle_;
    QVBoxLayout *choices_, *notices_;
    NumberStrip* facts_;
    QTableWidget *rows_, *vectors_;
    views::PrimaryButton* take_;
};

}  // namespace horo::app
