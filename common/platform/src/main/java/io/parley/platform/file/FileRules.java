package io.parley.platform.file;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Which files are taken, by size, name and content (domain/channels-and-accounts.md §3.1). Pure and
 * thread-safe.
 */
public final class FileRules {

  /** What the block list holds unless configured otherwise. */
  public static final Set<String> DEFAULT_BLOCKED_EXTENSIONS =
      Set.copyOf(
          List.of(
              """
              ade adp apk app appimage appx appxbundle asa ashx asmx asp aspx bas bash bat bin cab
              cdx cer chm class cmd com command config cpl crt csh deb dex dll dmg docm dotm dylib
              elf exe fxp gadget hlp hta htr htw ida idc idq img inf ins ipa iso isp its jar js jse
              jsp jspx ksh lnk mad maf mag mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz
              mjs msc msh msh1 msh1xml msh2 msh2xml mshxml msi msix msp mst ops pcd pif php pkg pl
              potm ppam ppsm pptm prf prg printer ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1 pst py
              pyc pyw pyz rb reg rem rpm run scf scr sct settingcontent-ms sh shb shs shtm shtml
              sldm so soap stm svc swf sys tmp url vb vbe vbs vhd vhdx vsmacros vss vst vsw war
              wasm website ws wsc wsf wsh xap xbap xlam xll xlsb xlsm xltm zsh"""
                  .split("\\s+")));

  private final long largest;
  private final Set<String> blockedExtensions;
  private final ContentTypes types = new ContentTypes();

  /**
   * @param largest the most bytes of one file, from 1 to 134217728
   * @param blockedExtensions without dots, in any case
   */
  public FileRules(long largest, Set<String> blockedExtensions) {
    if (largest < 1 || largest > FileSettings.UPPER_BOUND) {
      throw new IllegalArgumentException(
          "parley.files.largest is from 1 to " + FileSettings.UPPER_BOUND + ", not " + largest);
    }
    this.largest = largest;
    Set<String> blocked = new HashSet<>();
    blockedExtensions.forEach(
        extension ->
            blocked.add(extension.strip().replaceFirst("^\\.", "").toLowerCase(Locale.ROOT)));
    blocked.remove("");
    this.blockedExtensions = Set.copyOf(blocked);
  }

  /** The most bytes of one file. */
  public long largest() {
    return largest;
  }

  /** Why a file with this name is refused before anything of it is read; empty if it is not. */
  public Optional<Refusal> refuseName(@Nullable String statedName) {
    return FileName.extensionsOf(statedName).stream()
        .filter(blockedExtensions::contains)
        .findFirst()
        .map(extension -> blocked("Files that end in ." + extension + " are not allowed."));
  }

  /** Why a file of this size is refused; empty if it is not. */
  public Optional<Refusal> refuseSize(long bytes) {
    return bytes > largest ? Optional.of(Refusal.tooLarge(largest)) : Optional.empty();
  }

  /**
   * What becomes of a file.
   *
   * @param statedName its name as its sender states it
   * @param statedType its media type as its sender states it
   */
  FileVerdict judge(@Nullable String statedName, @Nullable String statedType, FileContent content) {
    Optional<Refusal> byName = refuseName(statedName);
    if (byName.isPresent()) {
      return new FileVerdict.Refused(byName.get());
    }
    FileName name = FileName.of(statedName);
    MediaType byContent = types.detected(content, null);
    MediaType detected = types.detected(content, name.value());
    Optional<MediaType> stated = types.stated(statedType);
    Optional<MediaType> agreed =
        stated.filter(type -> types.agree(type, detected) || types.agree(type, byContent));
    for (MediaType type : List.of(byContent, detected, agreed.orElse(detected))) {
      if (types.isBlocked(type)) {
        return new FileVerdict.Refused(
            blocked(
                "The file's content is of a kind that is not allowed ("
                    + types.servable(type)
                    + ")."));
      }
    }
    String served =
        agreed.map(type -> types.served(type, detected)).orElseGet(() -> types.servable(detected));
    return new FileVerdict.Allowed(
        name.orExtension(types.extension(served)).value(),
        served,
        agreed.isPresent() ? null : stated.map(MediaType::toString).orElse(null));
  }

  private static Refusal blocked(String explanation) {
    return new Refusal(RefusalReason.BLOCKED_TYPE, explanation);
  }
}
