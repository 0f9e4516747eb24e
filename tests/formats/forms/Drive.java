import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.javarosa.core.model.*;
import org.javarosa.core.model.data.*;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.*;
import org.javarosa.form.api.*;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormUtils;

/** Fills in forms as ODK Collect does. Each line of the input is one case: form, language, then
 *  name and answer of each question, all parted by tabs. Of each case it prints what was shown, what
 *  was refused and why, and the record that would be sent. */
public class Drive {
    static PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] given) throws Exception {
        new XFormsModule().registerModule();
        System.setOut(System.err);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null; ) {
            String[] part = line.split("\t", -1);
            var answers = new HashMap<String, String>();
            for (int i = 2; i + 1 < part.length; i += 2) answers.put(part[i], part[i + 1]);
            fill(part[0], part[1], answers);
            out.println("end\t\t");
        }
    }

    static void fill(String path, String language, Map<String, String> answers) throws Exception {
        FormDef form;
        try (var in = new FileInputStream(path)) { form = XFormUtils.getFormFromInputStream(in); }
        form.initialize(true, new InstanceInitializationFactory());
        var entry = new FormEntryController(new FormEntryModel(form));
        entry.setLanguage(language);
        for (int event; (event = entry.stepToNextEvent()) != FormEntryController.EVENT_END_OF_FORM; ) {
            var index = entry.getModel().getFormIndex();
            String name = index.getReference() == null ? "" : index.getReference().getNameLast();
            if (event == FormEntryController.EVENT_GROUP) {
                tell("group", name, entry.getModel().getCaptionPrompt().getLongText());
            } else if (event == FormEntryController.EVENT_QUESTION) {
                var prompt = entry.getModel().getQuestionPrompt();
                tell("shown", name, prompt.getLongText());
                tell("hint", name, prompt.getHelpText());
                if (prompt.getSelectChoices() != null)
                    for (var one : prompt.getSelectChoices())
                        tell("choice", name, one.getValue() + " " + prompt.getSelectChoiceText(one));
                if (answers.containsKey(name)) answer(entry, prompt, name, answers.remove(name));
            }
        }
        for (String left : answers.keySet()) tell("unasked", left, answers.get(left));
        form.postProcessInstance();
        record(form.getMainInstance().getRoot());
    }

    static void answer(FormEntryController entry, FormEntryPrompt prompt, String name, String said) {
        if (said.isEmpty()) return;
        IAnswerData data = switch (prompt.getControlType()) {
            case Constants.CONTROL_SELECT_ONE -> new SelectOneData(picked(prompt, said).get(0));
            case Constants.CONTROL_SELECT_MULTI -> new SelectMultiData(picked(prompt, said));
            case Constants.CONTROL_RANK -> new MultipleItemsData(picked(prompt, said));
            default -> switch (prompt.getDataType()) {
                case Constants.DATATYPE_INTEGER -> new IntegerData(Integer.parseInt(said));
                case Constants.DATATYPE_DECIMAL -> new DecimalData(Double.parseDouble(said));
                default -> new StringData(said);
            };
        };
        if (entry.answerQuestion(data, true) != FormEntryController.ANSWER_OK)
            tell("refused", name, prompt.getConstraintText(data));
    }

    /** Only what is offered can be picked. */
    static List<Selection> picked(FormEntryPrompt prompt, String said) {
        var found = new ArrayList<Selection>();
        for (String word : said.split(" "))
            for (var one : prompt.getSelectChoices()) if (one.getValue().equals(word)) found.add(one.selection());
        if (found.size() != said.split(" ").length) throw new IllegalArgumentException("not offered: " + said);
        return found;
    }

    static void record(TreeElement node) {
        if (node.isRelevant() && node.isLeaf() && node.getValue() != null)
            tell("record", node.getName(), node.getValue().uncast().getString());
        for (int i = 0; i < node.getNumChildren(); i++) record(node.getChildAt(i));
    }

    static void tell(String what, String name, String words) {
        if (words != null) out.println(what + "\t" + name + "\t" + words.replace("\n", "\\n"));
    }
}
