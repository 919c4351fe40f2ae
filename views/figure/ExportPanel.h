// The panel that asks how a figure is to be written; not modal.
#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "views/figure/FigureWriter.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace horo::views {

class FormRow;
class Label;
class NumberField;
class PrimaryButton;
class SegmentedControl;

/// Use: `auto* panel = new ExportPanel({view->figure()}, name, window); panel->popUp(button);` It deletes
/// itself when it is closed. `written` tells the path; what goes wrong is said in the panel.
class ExportPanel : public QWidget {
    Q_OBJECT
public:
    ExportPanel(std::vector<Figure> panels, QString suggestedName, QWidget* parent = nullptr);

    FigureOptions options() const;
    /// Shows the panel under `anchor`, inside its window.
    void popUp(const QWidget* anchor);
    /// Writes to a path without asking; what the Save button does after the file was chosen.
    bool saveTo(const QString& path);

Q_SIGNALS:
    void written(const QString& path);

protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    QWidget* form();
    void choosePreset(int index);
    void changed();
    void refreshPreview();
    void save();

    std::vector<Figure> panels_;
    QString suggestedName_;
    SegmentedControl* format_ = nullptr;
    QComboBox* preset_ = nullptr;
    NumberField* width_ = nullptr;
    NumberField* height_ = nullptr;
    NumberField* dpi_ = nullptr;
    NumberField* fontSize_ = nullptr;
    FormRow* dpiRow_ = nullptr;
    QCheckBox* legend_ = nullptr;
    QCheckBox* caption_ = nullptr;
    QLabel* preview_ = nullptr;
    Label* message_ = nullptr;
    PrimaryButton* save_ = nullptr;
    QTimer later_;
};

}  // namespace horo::views
